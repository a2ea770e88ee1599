import {idOr, isDocument, list, type Document} from '../hsds/document.ts';
import {placeOfLocation} from '../hsds/location.ts';
import {initiativeOfOrganization, isInitiative, partnerOfOrganization} from '../hsds/organization.ts';
import {serviceOfHsds} from '../hsds/service.ts';
import {decodeText} from './decode-text.ts';
import type {ImportSource, ReadRow, RecordReader, ResourceName} from './import-record.ts';
import {readRecordOf} from './read-record.ts';
import {splitLists} from './split-lists.ts';

const lists = ['locations', 'organizations', 'services', 'service_at_locations'] as const;
type List = (typeof lists)[number];
type Item = {line: number; list: List; document: Document | null};

/**
 * An HSDS document like our own export. It is read more than once: what is named comes before what names it, wherever it stands
 * in the file. A row's line is the how-manieth thing it is. Organisations that name others are looked at again when all are there.
 */
export const readHsds: RecordReader = async function* (source): AsyncGenerator<ReadRow> {
  const placeOf = new Map<string, string>();
  try {
    for await (const {line, list: name, document} of items(source)) {
      if (!document) yield {line, faults: [{code: 'format', detail: 'This is no HSDS object.'}]};
      else if (name === 'locations') yield row('place', line, document, placeOfLocation(document));
      else if (name === 'service_at_locations') {
        const service = idOr(document['service_id'], undefined);
        const location = idOr(document['location_id'], undefined);
        if (service !== undefined && location !== undefined) placeOf.set(service, location);
      }
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    yield {line: 0, faults: [{code: 'format', detail: 'The file is no whole HSDS document: it has none of our lists, or ends too early.'}]};
    return;
  }
  for await (const {read, comesAgain} of partners(source)) yield comesAgain ? {...read, comesAgain} : read;
  for await (const {read, comesAgain} of partners(source)) if (comesAgain) yield {...read, isAgain: true};
  for await (const {line, document} of of(source, 'services')) {
    const [nested] = list(document, 'service_at_locations');
    const place = placeOf.get(idOr(document['id'], '')) ?? idOr(nested?.['location_id'], undefined);
    yield row('service', line, document, serviceOfHsds(document, place));
  }
  for await (const {line, document} of of(source, 'organizations'))
    if (isInitiative(document)) yield row('initiative', line, document, initiativeOfOrganization(document));
};

async function* items(source: ImportSource): AsyncGenerator<Item> {
  let line = 0;
  for await (const {list: name, text} of splitLists(decodeText(source, 'utf8'), lists)) {
    line += 1;
    yield {line, list: name, document: parse(text)};
  }
}

/** Those of one list; what could not be read was told at the first reading. */
async function* of(source: ImportSource, wanted: List): AsyncGenerator<{line: number; document: Document}> {
  for await (const {line, list: name, document} of items(source)) if (name === wanted && document) yield {line, document};
}

async function* partners(source: ImportSource): AsyncGenerator<{read: ReadRow; comesAgain: boolean}> {
  for await (const {line, document} of of(source, 'organizations')) {
    if (isInitiative(document)) continue;
    const partner = partnerOfOrganization(document);
    const read = row('partner', line, document, partner);
    yield {read, comesAgain: 'record' in read && namesOthers(partner)};
  }
}

function parse(text: string): Document | null {
  try {
    const value: unknown = JSON.parse(text);
    return isDocument(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function row(resource: ResourceName, line: number, {id}: Document, value: Record<string, unknown>): ReadRow {
  const told = Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
  const record = readRecordOf(resource, {id, value: told}, {columnOf: (pointer) => pointer.slice(2)});
  return Array.isArray(record)
    ? {line, faults: record}
    : {line, record: {...record, isLenient: resource === 'partner' || resource === 'initiative'}};
}

function namesOthers({parent, members}: Record<string, unknown>): boolean {
  return parent !== null || (Array.isArray(members) && members.length > 0);
}
