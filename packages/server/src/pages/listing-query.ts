import {faultTexts, readQuery, type Fault, type Language} from '@buurtkit/contract';
import {html} from 'hono/html';
import type * as z from 'zod/mini';
import {unstorableInQuery} from '../http/unstorable-text.ts';
import type {Html} from './layout.ts';

export type ListingQuery<Query> = {query: Partial<Query>; params: URLSearchParams; faults: readonly Fault[]; isFiltered: boolean};

/** What the address of a list page asks for. What can't be read is told, and asks for nothing; the rest still holds. */
export function readListingQuery<Schema extends z.ZodMiniObject>(address: string, schema: Schema): ListingQuery<z.infer<Schema>> {
  const params = new URL(address).searchParams;
  // A form sends its empty fields too, and whoever shared the link added keys of their own: they ask for nothing.
  for (const [key, value] of Array.from(params)) if (value.trim() === '' || !Object.hasOwn(schema.shape, key)) params.delete(key);
  const faults = unstorableInQuery(params);
  for (const {parameter} of faults) params.delete(parameter ?? '');

  const read = readQuery(schema, params);
  if ('data' in read) return {query: read.data, params, faults, isFiltered: isFiltered(read.data)};
  for (const {parameter} of read.faults) params.delete(parameter ?? '');
  const rest = readQuery(schema, params);
  const query = 'data' in rest ? rest.data : {};
  return {query, params, faults: [...read.faults, ...faults], isFiltered: isFiltered(query)};
}

function isFiltered(query: object): boolean {
  return Object.keys(query).some((key) => key !== 'cursor');
}

export function faultLines(faults: readonly Fault[], language: Language): Html[] {
  return faults.map(({parameter, code}) => html`<p><strong>${parameter ?? ''}</strong>: ${faultTexts[code][language]}</p>`);
}
