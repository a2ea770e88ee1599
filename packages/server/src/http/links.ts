type Query = Record<string, string | number | readonly (string | number)[] | undefined>;

/** `Link: <…>; rel="next"` (RFC 8288) with the same query and the next cursor; nothing on the last page. */
export function nextPageLink(publicUrl: string, path: string, query: object, next: string | null): Record<string, string> {
  if (next === null) return {};
  const url = new URL(`${publicUrl}/v1${path}`);
  for (const [key, value] of Object.entries(query as Query)) if (value !== undefined) url.searchParams.set(key, value.toString());
  url.searchParams.set('cursor', next);
  return {Link: `<${url.href}>; rel="next"`};
}
