import type {CommunitySettings, ProblemCode} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import {readSlugs} from '../mock-state.ts';

type Addressed = {slug: string; community: string};

function slugOf(name: string, otherwise: string): string {
  return (
    name
      .normalize('NFD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 76)
      .replace(/^-|-$/g, '') || otherwise
  );
}

/** The slug that was asked for when it is free, else one made from the name, with a number when that is taken. */
export function freeSlug(
  others: readonly Addressed[],
  community: string,
  {slug, name}: {slug?: string | undefined; name: string},
  otherwise: string,
): string {
  const isTaken = (candidate: string) => others.some((one) => one.community === community && one.slug === candidate);
  if (slug !== undefined) {
    if (isTaken(slug)) throw new MockProblem('slug.taken', {faults: [{pointer: '#/slug', code: 'not-allowed'}]});
    return slug;
  }
  const base = slugOf(name, otherwise);
  let candidate = base;
  for (let number = 2; isTaken(candidate); number += 1) candidate = `${base}-${number}`;
  return candidate;
}

/** The one that goes by this address: a slug, or `{community}~{slug}`. */
export function findByAddress<Thing extends Addressed>(
  things: readonly Thing[],
  readFrom: CommunitySettings,
  address: string,
  notFound: ProblemCode,
): Thing {
  const slugs = readSlugs(readFrom);
  const [slug, community] = address.split('~').reverse();
  const found = things.filter((one) => one.slug === slug && slugs.includes(one.community) && (!community || one.community === community));
  if (found.length > 1) throw new MockProblem('slug.ambiguous', {addresses: found.map((one) => `${one.community}~${one.slug}`)});
  if (!found[0]) throw new MockProblem(notFound);
  return found[0];
}
