import type {Scope} from '../scope.ts';

/** Where an initiative is read, and where anybody proposes a change of it. */
export function initiativeAddresses({community, publicUrl}: Scope, slug: string): {page: string; change: string} {
  const page = `${publicUrl}/${community.slug}/initiatieven/${slug}`;
  return {page, change: `${page}/wijzig`};
}
