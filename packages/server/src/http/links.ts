/** `Link: <…>; rel="next"` (RFC 8288) with the same query and the next cursor; nothing on the last page. */
export function nextPageLink(publicUrl: string, path: string, query: Record<string, unknown>, next: string | null): Record<string, string> {
  if (next === null) return {};
  const url = new URL(`${publicUrl}/v1${path}`);
  for (const [key, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(key, String(value));
  url.searchParams.set('cursor', next);
  return {Link: `<${url.href}>; rel="next"`};
}
