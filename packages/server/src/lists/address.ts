import type {ProblemCode} from '@buurtkit/contract';
import {ProblemError} from '../problem-error.ts';

export type Address = {slug: string; community: string | null};

/** `{community}~{slug}`, or a slug alone. */
export function readAddress(address: string): Address {
  const [slug = '', community = null] = address.split('~').reverse();
  return {slug, community};
}

/** The one that goes by an address; in a region there may be more, and then their own addresses tell them apart. */
export function theOnly<Row extends {slug: string; community: string}>(rows: readonly Row[], notFound: ProblemCode): Row {
  const [row] = rows;
  if (!row) throw new ProblemError(notFound);
  if (rows.length > 1) throw new ProblemError('slug.ambiguous', {addresses: rows.map((each) => `${each.community}~${each.slug}`)});
  return row;
}
