/** A strong ETag of a text (FNV-1a, 32 bits): enough for a test, and it needs no `crypto`. */
export function etagOfText(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return `"${(hash >>> 0).toString(16).padStart(8, '0')}-${text.length}"`;
}

/** Whether a condition header (RFC 9110, section 13.1) names this ETag. */
export function namesEtag(header: string, etag: string): boolean {
  return header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
