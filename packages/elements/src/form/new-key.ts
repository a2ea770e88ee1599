/** A name that nothing else has. Without `crypto.randomUUID`, which a page without https doesn't have. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
