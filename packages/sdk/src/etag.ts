const etags = new WeakMap<object, string>();

export function rememberEtag(thing: object, etag: string | null): void {
  if (etag) etags.set(thing, etag);
}

/**
 * The version (RFC 9110, ETag) of a thing that this client got, to give to `ifMatch` later, also from another process.
 * Undefined for a copy, a list item or anything else that the API didn't give as one thing.
 *
 * @example
 * const initiative = await client.initiatives.get('buurtsuper-holwierde');
 * sessionStorage.setItem('version', etagOf(initiative) ?? '');
 */
export function etagOf(thing: object): string | undefined {
  return etags.get(thing);
}
