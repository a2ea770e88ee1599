import {entryKinds, type Entry} from '@buurtkit/contract';
import {formatCreditsAndTime, formatDay, formatTime, receiptMessages} from '@buurtkit/texts';
import {readCommunity} from '../../communities/store.ts';
import type {Scope} from '../../scope.ts';
import {taggedPdf, type Cell} from './tagged-pdf.ts';

/** An entry to print: what a desk hands to the member who was there. */
export async function receiptPdf(scope: Scope, entry: Entry): Promise<Uint8Array<ArrayBuffer>> {
  const {credits, name} = await readCommunity(scope.database.public, scope.community.id);
  const {language, community, now} = scope;
  const texts = receiptMessages[language](community.addressForm);
  const when = `${formatDay(entry.occurredAt, language, community.timeZone)}, ${formatTime(entry.occurredAt, language, community.timeZone)}`;
  const facts: [string, string | null][] = [
    [texts.number, String(entry.sequence)],
    [texts.when, when],
    [texts.what, entryKinds[entry.kind][language]],
    ...entry.postings.map(({name: side, minutes}): [string, string] => [
      minutes > 0 ? texts.receiver : texts.giver,
      `${side}: ${formatCreditsAndTime(Math.abs(minutes), credits!, language)}`,
    ]),
    [texts.memo, entry.memo],
    [texts.byDesk, entry.onBehalfOf === null ? null : entry.onBehalfOf.name],
    [texts.proof, entry.proof.hash],
  ];
  return taggedPdf({title: texts.title(entry.sequence), author: name, language, now}, [
    {text: name},
    {heading: texts.title(entry.sequence)},
    {
      columns: [140, null],
      rows: facts.flatMap(([label, text]): Cell[][] => (text === null ? [] : [[{text: label, isHead: 'Row'}, {text}]])),
    },
    {text: texts.check, size: 9},
  ]);
}
