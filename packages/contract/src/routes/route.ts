import * as z from 'zod/mini';
import {slugSchema} from '../identifiers.ts';
import type {Role} from '../keys.ts';
import type {ProblemCode} from '../problems.ts';

type ObjectSchema = z.ZodMiniObject;

/** The forms in which a list can be had, with their media types. */
export const mediaTypes = {
  json: 'application/json',
  geojson: 'application/geo+json',
  csv: 'text/csv',
  jsonld: 'application/ld+json',
  atom: 'application/atom+xml',
  ics: 'text/calendar',
  epub: 'application/epub+zip',
  pdf: 'application/pdf',
  ndjson: 'application/x-ndjson',
} as const;
export type Format = keyof typeof mediaTypes;

export type Answer = {
  description: string;
  /** One schema per form; null where the form has no JSON schema (CSV, Atom, iCalendar, EPUB). */
  content: Partial<Record<Format, z.ZodMiniType | null>>;
};

/** One line of the API: path, roles, input and answers. The server binds handlers to it; OpenAPI, SDK types and msw come from it. */
export type Route = {
  operationId: string;
  method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  /** Below `/v1`. */
  path: string;
  tag: string;
  /** Dutch, one line. */
  summary: string;
  /** `public`, or who may: any of these roles, for their own community. */
  roles: 'public' | readonly Role[];
  /** Only for a person who signed in: nobody stands behind a key. */
  needsPerson?: true;
  /** How somebody signs in: whatever key they show counts for nothing, so that no key opens a way around the doors. */
  isForStrangers?: true;
  /** Its answer holds a secret, so nothing keeps it: who repeats the request hears `code.used`. */
  holdsSecret?: true;
  params: ObjectSchema;
  query: ObjectSchema;
  body: z.ZodMiniType | null;
  /** Takes a file instead of JSON: of these media types, and at most this large. */
  upload?: {mediaTypes: readonly string[]; maxBytes: number};
  /** Asks for the ETag of what is changed, since two people may edit it. */
  needsIfMatch: boolean;
  /** A read that is a POST, since what it asks is private: no Idempotency-Key, nothing kept. */
  isSafe?: boolean;
  /** A read whose every answer is another one: nothing of it is kept anywhere. */
  isEachTimeNew?: boolean;
  /** Writes an entry in the ledger: the Idempotency-Key is a UUIDv7, is the entry's id, and is kept for ever. */
  writesEntry?: boolean;
  /** A write that a region takes too; every other write belongs to one of its members. */
  isForRegions?: boolean;
  answers: Partial<Record<200 | 201 | 202 | 204, Answer>>;
  /** Answers while it still reads, so that it has no ETag. */
  isStreamed?: boolean;
  /** Problems of this route, next to those that any route can give. */
  problems: readonly ProblemCode[];
};

export const noParams = z.strictObject({});
export const noQuery = z.strictObject({});
export const inCommunity = {community: slugSchema};

export function defineRoute<const R extends Route>(route: R): R {
  return route;
}

/** Everything but reads: takes an Idempotency-Key and, with an Origin header, an allowed origin. */
export function isWrite(route: Route): boolean {
  return route.method !== 'get' && route.isSafe !== true;
}
