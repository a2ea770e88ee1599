/** Makes a SHA-256 digest: of 32 bytes, at once or later. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array | ArrayBuffer | Promise<Uint8Array | ArrayBuffer>;

/** The runtime's own; undefined where there is none, as on a page without https. */
export function subtleSha256(): Sha256 | undefined {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle;
  return subtle && ((bytes) => subtle.digest('SHA-256', bytes));
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
