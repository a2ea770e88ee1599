import {areaSchema, communityChangesSchema} from '@buurtkit/contract';
import * as z from 'zod';
import type {ImportSource, ReadRow} from '../imports/import-record.ts';
import {readRecord} from '../imports/read-record.ts';
import {readPartners, type PartnerData} from './partner-reader.ts';
import {readPublicationData, type PublicationData} from './seed-publications.ts';
import {readWork, type WorkData} from './seed-voluntary-work.ts';

const initiativesSchema = z.array(
  z.looseObject({community: z.string(), place: z.nullable(z.looseObject({lon: z.number(), lat: z.number()}))}),
);
const demoSchema = z.object({
  region: z.object({slug: z.string(), name: z.string()}),
  communities: z.array(z.object({slug: z.string(), name: z.string(), areaCode: z.string()})),
  initiatives: initiativesSchema,
});
const sampleSchema = z.object({
  community: z.object({slug: z.string(), name: z.string(), areas: z.array(areaSchema), settings: communityChangesSchema}),
  initiatives: initiativesSchema,
});
export type DemoData = z.infer<typeof demoSchema>;
export type SampleData = z.infer<typeof sampleSchema>;

/** What the sources name: real initiatives in real municipalities, and the region that spans them. */
export async function readDemoData(source: ImportSource): Promise<DemoData> {
  return demoSchema.parse(await readJson(source));
}

/** A community that nobody lives in, with its settings. */
export async function readSampleData(source: ImportSource): Promise<SampleData> {
  return sampleSchema.parse(await readJson(source));
}

/** Who stands behind initiatives, and where they are, of one of the seed’s files. */
export async function readPartnerData(source: ImportSource): Promise<PartnerData> {
  return readPartners(await readJson(source));
}

/** The collections of stories that the seed publishes. */
export async function readPublications(source: ImportSource): Promise<PublicationData> {
  return readPublicationData(await readJson(source));
}

/** Voluntary work, all of it invented. */
export async function readVoluntaryWork(source: ImportSource): Promise<WorkData> {
  return readWork(await readJson(source));
}

async function readJson(source: ImportSource): Promise<unknown> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.read()) pieces.push(piece);
  return JSON.parse(Buffer.concat(pieces).toString('utf8'));
}

/** A file's initiatives of one community as records; a row's line is the how-manieth in the file it is. */
export async function* demoRecords(data: Pick<DemoData, 'initiatives'>, communitySlug: string): AsyncGenerator<ReadRow> {
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
