import * as z from 'zod';
import type {ImportSource, ReadRow} from '../imports/import-record.ts';
import {readRecord} from '../imports/read-record.ts';

const demoSchema = z.object({
  region: z.object({slug: z.string(), name: z.string()}),
  communities: z.array(z.object({slug: z.string(), name: z.string(), areaCode: z.string()})),
  initiatives: z.array(z.looseObject({community: z.string(), place: z.nullable(z.looseObject({lon: z.number(), lat: z.number()}))})),
});
export type DemoData = z.infer<typeof demoSchema>;

export async function readDemoData(source: ImportSource): Promise<DemoData> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.read()) pieces.push(piece);
  return demoSchema.parse(JSON.parse(Buffer.concat(pieces).toString('utf8')));
}

/** The demo's initiatives of one community as records; a row's line is the how-manieth in the file it is. */
export async function* demoRecords(data: DemoData, communitySlug: string): AsyncGenerator<ReadRow> {
  for (const [index, {community, place, ...facts}] of data.initiatives.entries()) {
    if (community !== communitySlug) continue;
    const {lon, lat, ...where} = place ?? {};
    const location = lon === undefined ? null : {type: 'Point', coordinates: [lon, lat]};
    const record = readRecord(
      {id: null, initiative: {...facts, place: place && where, location}},
      {columnOf: (pointer) => pointer.slice(2)},
    );
    yield Array.isArray(record) ? {line: index + 1, faults: record} : {line: index + 1, record};
  }
}
