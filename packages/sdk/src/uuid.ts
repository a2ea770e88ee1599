/** A UUIDv7 (RFC 9562, section 5.7): the moment in milliseconds, then 74 random bits. */
export function uuidv7(now = Date.now()): string {
  const bytes = new Uint8Array(16);
  // React Native and Node 18 have no global `crypto`. A key must be unique, not secret.
  if (globalThis.crypto) crypto.getRandomValues(bytes);
  else bytes.forEach((_, index) => (bytes[index] = Math.random() * 256));
  for (let index = 0; index < 6; index++) bytes[index] = now / 256 ** (5 - index);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
