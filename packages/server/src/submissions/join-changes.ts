import {isDeepStrictEqual} from 'node:util';
import type {SubmissionContent} from '@buurtkit/contract';

/** What a change says, and what stood there when it was written. */
export type Change = {content: SubmissionContent; base: SubmissionContent};

/** Texts and ways to reach somebody are made of parts, each with a question of its own. */
const inParts = ['summary', 'contact', 'accessibility'] as const;

/** Two changes by one person as one: the later counts, and what it leaves alone stays as the earlier has it. */
export function joinChanges(earlier: Change, later: Change): Change {
  const isMoved = later.content.place !== undefined || later.content.location !== undefined;
  const kept = isMoved ? {content: withoutWhere(earlier.content), base: withoutWhere(earlier.base)} : earlier;
  const content = {...kept.content, ...later.content};
  for (const field of inParts) {
    const [before, now] = [earlier.content[field], later.content[field]];
    if (before && now) Object.assign(content, {[field]: joinParts(before, now, later.base[field] ?? {})});
  }
  // A home's address is kept nowhere.
  if (content.place?.precision === 'grid') delete content.address;
  return {content, base: {...kept.base, ...later.base}};
}

function withoutWhere({place: _place, location: _location, address: _address, ...others}: SubmissionContent): SubmissionContent {
  return others;
}

function joinParts(earlier: object, later: object, base: object): object {
  const before = new Map<string, unknown>(Object.entries(earlier));
  const now = new Map<string, unknown>(Object.entries(later));
  const stood = new Map<string, unknown>(Object.entries(base));
  const partOf = (name: string) => (isDeepStrictEqual(now.get(name), stood.get(name)) ? before : now).get(name);
  const parts = [...new Set([...before.keys(), ...now.keys()])].map((name) => [name, partOf(name)] as const);
  return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
}
