import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {buffer} from 'node:stream/consumers';
import type {Language} from '@buurtkit/contract';
import PdfDocument from 'pdfkit';

const require = createRequire(import.meta.url);
// Names from all over Europe can be written with it.
const plain = readFileSync(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));
const bold = readFileSync(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'));

export type Cell = {text: string; isRight?: boolean; isHead?: 'Column' | 'Row'};
/** The width of a column in points; null takes what is left. */
export type Column = number | null;

export type PdfPart = {heading: string} | {text: string; size?: number} | {columns: readonly Column[]; rows: readonly (readonly Cell[])[]};

type About = {title: string; author: string; language: Language; now: Date};

/** A tagged PDF (PDF/UA, ISO 14289-1) of one column: headings and tables are told to a screen reader, fonts come with it. */
export async function taggedPdf({title, author, language, now}: About, parts: readonly PdfPart[]): Promise<Uint8Array<ArrayBuffer>> {
  const document = new PdfDocument({
    size: 'A4',
    margin: 50,
    font: '',
    tagged: true,
    pdfVersion: '1.7',
    lang: language,
    displayTitle: true,
    info: {Title: title, Author: author, CreationDate: now},
  });
  const whole = buffer(document);
  const root = document.struct('Document');
  document.addStructure(root);
  for (const part of parts) {
    if ('rows' in part) addTable(document, root, part);
    else if ('heading' in part) addText(document, root, {tag: 'H1', size: 18, font: bold, text: part.heading});
    else addText(document, root, {tag: 'P', size: part.size ?? 10, font: plain, text: part.text});
  }
  root.end();
  document.end();
  return new Uint8Array(await whole);
}

type Document = InstanceType<typeof PdfDocument>;
type Root = ReturnType<Document['struct']>;

function addText(document: Document, root: Root, {tag, size, font, text}: {tag: string; size: number; font: Buffer; text: string}): void {
  root.add(document.struct(tag, {}, () => void document.font(font).fontSize(size).text(text).moveDown(0.5)));
}

function addTable(document: Document, root: Root, {columns, rows}: Extract<PdfPart, {rows: unknown}>): void {
  document.font(plain).fontSize(9);
  // @types/pdfkit doesn't know `structParent` yet, which makes the table one to a screen reader.
  const table: Parameters<typeof document.table>[0] & {structParent: Root} = {
    structParent: root,
    columnStyles: columns.map((width) => ({width: width ?? '*'})),
    rowStyles: (row) => ({border: 0, padding: 4, ...(row % 2 === 1 && {backgroundColor: '#f2f2f2'})}),
    data: rows.map((row) =>
      row.map(({text, isRight, isHead}) => ({
        text,
        ...(isRight && {align: {x: 'right' as const, y: 'top' as const}}),
        ...(isHead && {type: 'TH' as const, scope: isHead, font: {src: bold}}),
      })),
    ),
  };
  document.table(table);
  document.moveDown(1);
}
