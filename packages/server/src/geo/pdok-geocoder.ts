import type {GeoSuggestion} from '@buurtkit/contract';
import * as z from 'zod';
import {readCoordinates} from '../imports/coordinates.ts';
import {createBreaker, type Breaker} from '../upstream/breaker.ts';
import {readLimited} from '../upstream/read-limited.ts';
import type {Geocoder} from './geocoder.ts';

const patience = 1500;
const mostBytes = 256 * 1024;

const kinds: Record<string, GeoSuggestion['kind']> = {
  adres: 'address',
  postcode: 'postcode',
  weg: 'street',
  woonplaats: 'city',
  gemeente: 'municipality',
  wijk: 'neighbourhood',
  buurt: 'neighbourhood',
};
const documentSchema = z.object({
  id: z.string().max(200).optional(),
  type: z.string(),
  weergavenaam: z.string().min(1).max(200),
  centroide_ll: z.string().max(100).optional(),
});
type Document = z.infer<typeof documentSchema>;
const answerSchema = z.object({response: z.object({docs: z.array(z.unknown()).max(100)})});

const fields = 'id,type,weergavenaam,centroide_ll';
const wantedTypes = `type:(${Object.keys(kinds).join(' OR ')})`;

/** PDOK's Locatieserver. What somebody typed stands in no message and no log: a failure says only that there was one. */
export function pdokGeocoder(url: string, {breaker = createBreaker({failures: 5, pause: 30_000})}: {breaker?: Breaker} = {}): Geocoder {
  const base = `${url.replace(/\/+$/, '').replace(/\/bzk\/locatieserver\/search\/v3_1$/, '')}/bzk/locatieserver/search/v3_1`;

  async function guarded(work: (signal: AbortSignal) => Promise<GeoSuggestion[]>): Promise<GeoSuggestion[] | null> {
    if (!breaker.mayAsk()) return null;
    try {
      const found = await work(AbortSignal.timeout(patience));
      breaker.succeeded();
      return found;
    } catch {
      breaker.failed();
      return null;
    }
  }

  async function ask(what: string, query: Record<string, string | number>, signal: AbortSignal): Promise<Document[]> {
    const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
    const response = await fetch(`${base}/${what}?${search}`, {signal, redirect: 'error', headers: {Accept: 'application/json'}});
    // A text that it can't read is no failure of the service: others' would be.
    if (response.status === 400) return [];
    if (!response.ok) throw new Error(`It answered ${response.status}.`);
    const text = new TextDecoder().decode(await readLimited(response, mostBytes));
    return answerSchema.parse(JSON.parse(text)).response.docs.flatMap((document) => documentSchema.safeParse(document).data ?? []);
  }

  /** A suggestion may come with its place, or with an id to look it up by. */
  async function withPlace(document: Document, signal: AbortSignal): Promise<Document[]> {
    if (document.centroide_ll !== undefined || document.id === undefined) return [document];
    return ask('lookup', {id: document.id, fl: fields}, signal);
  }

  return {
    suggest: (q, limit) =>
      guarded(async (signal) => {
        const words = q.replaceAll(/[^\p{L}\p{N}\p{M}.,'’/-]+/gu, ' ').trim();
        if (words === '') return [];
        const documents = await ask('suggest', {q: words, rows: limit, fl: fields, fq: wantedTypes}, signal);
        const placed = await Promise.all(documents.slice(0, limit).map((document) => withPlace(document, signal)));
        return placed.flat().flatMap(represent);
      }),
    reverse: ([longitude, latitude], limit) =>
      guarded(async (signal) => {
        const documents = await ask('reverse', {lat: latitude, lon: longitude, rows: limit, fl: fields}, signal);
        return documents.slice(0, limit).flatMap(represent);
      }),
  };
}

/** A place in the Netherlands by a name that can be read; anything else is left out. */
function represent({type, weergavenaam, centroide_ll: centroid = ''}: Document): GeoSuggestion[] {
  const kind = kinds[type];
  const [, longitude, latitude] = /^POINT\s*\((-?\d{1,3}(?:\.\d+)?) (-?\d{1,2}(?:\.\d+)?)\)$/.exec(centroid) ?? [];
  const coordinates = readCoordinates(Number(longitude ?? 0), Number(latitude ?? 0));
  if (!kind || !coordinates || /[\p{Cc}\p{Cf}]/u.test(weergavenaam)) return [];
  return [{label: weergavenaam, kind, location: {type: 'Point', coordinates}, source: 'pdok'}];
}
