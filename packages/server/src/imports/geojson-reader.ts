import {initiativeFields, newInitiativeSchema} from '@buurtkit/contract';
import {readCoordinates} from './coordinates.ts';
import {decodeText} from './decode-text.ts';
import type {ImportWarning, ReadRow, RecordReader, Silence} from './import-record.ts';
import {faultAt, readRecord} from './read-record.ts';
import {splitLists} from './split-lists.ts';

// The geometry tells where it is; and who stands behind it are organisations, which no GeoJSON has.
const toldElsewhere = new Set(['location', 'coalition']);
const written = new Set(Object.keys(newInitiativeSchema.shape).filter((field) => !toldElsewhere.has(field)));
const silentOn = new Set<Silence>(['place.slug']);

// What an answer of the API has, and no file decides.
const answered = new Set<string>(initiativeFields.filter((field) => !written.has(field)));

/** A FeatureCollection (RFC 7946) like our own export; a row's line is the how-manieth feature it is. */
export const readGeoJson: RecordReader = async function* (source): AsyncGenerator<ReadRow> {
  const unknown = new Set<string>();
  let line = 0;
  try {
    for await (const {text} of splitLists(decodeText(source, 'utf8'), ['features'])) {
      line += 1;
      const feature = parseFeature(text);
      if (!feature) {
        yield {line, faults: [{code: 'format', detail: 'This is no GeoJSON feature.'}]};
        continue;
      }
      const warnings = unknownProperties(feature.properties, unknown);
      if (warnings.length > 0) yield {line, warnings};
      yield featureRow(line, feature);
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    yield {
      line: line + 1,
      faults: [{code: 'format', detail: 'The file is no whole GeoJSON FeatureCollection: from here it can’t be read.'}],
    };
  }
};

type Feature = {id: unknown; geometry: unknown; properties: Record<string, unknown>};

function parseFeature(text: string): Feature | null {
  const value = parseJson(text);
  if (!isObject(value) || value['type'] !== 'Feature' || !isObject(value['properties'])) return null;
  return {id: value['id'] ?? value['properties']['id'], geometry: value['geometry'] ?? null, properties: value['properties']};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function featureRow(line: number, {id, geometry, properties}: Feature): ReadRow {
  const location = inDegrees(geometry);
  const told = Object.fromEntries(Object.entries(properties).filter(([name]) => written.has(name)));
  const initiative = {...told, ...(isObject(told['place']) && {place: ownPlace(told['place'])}), location};
  const record = readRecord({id, initiative, silentOn}, {columnOf: (pointer) => pointer.slice(2)});
  if (Array.isArray(record)) return {line, faults: record};
  const {coordinates} = record.value.location ?? {};
  if (!coordinates || readCoordinates(...coordinates)) return {line, record};
  const detail = 'This is not in the Netherlands: longitude comes first.';
  // A report is kept, and where somebody lives is kept nowhere.
  const isHome = record.value.place?.precision === 'grid';
  return {line, faults: [faultAt('location/coordinates', 'range', {...(!isHome && {value: coordinates.join(' ')}), detail})]};
}

/** Which building it is in belongs to the community that it is in. */
function ownPlace({slug: _slug, name: _name, ...place}: Record<string, unknown>) {
  return place;
}

/** A point in metres of the national grid becomes degrees; anything else is left for the contract to judge. */
function inDegrees(geometry: unknown): unknown {
  if (!isObject(geometry) || geometry['type'] !== 'Point' || !Array.isArray(geometry['coordinates'])) return geometry;
  const [first, second, ...more] = geometry['coordinates'] as unknown[];
  if (typeof first !== 'number' || typeof second !== 'number' || more.length > 0) return geometry;
  return {...geometry, coordinates: readCoordinates(first, second) ?? [first, second]};
}

function unknownProperties(properties: Record<string, unknown>, known: Set<string>): ImportWarning[] {
  const fresh = Object.keys(properties).filter((name) => !written.has(name) && !answered.has(name) && !known.has(name));
  for (const name of fresh) known.add(name);
  return fresh.map((column) => ({column, detail: 'There is no such property: it is not used.'}));
}
