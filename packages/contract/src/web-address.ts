import * as z from 'zod/mini';

const plain = /^https?:\/\/[\w.~:-]+(?:[/?](?:[\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*)?(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*)?$/i;
const notPlain = /[^\w.~!$&'()*+,;=:@/?%-]|%(?![\da-f]{2})/gi;

/**
 * An address in the letters that a URI has (RFC 3986), since others refuse what browsers repair: `https://café.nl/één` becomes
 * `https://xn--caf-dma.nl/%C3%A9%C3%A9n`. One that is written so already stays as it is, to the letter.
 */
function asUri(address: string): string {
  const url = plain.test(address) ? null : read(address);
  if (!url) return address;
  const encoded = (part: string) => part.replace(notPlain, encodeURIComponent);
  const after = (sign: string, part: string) => (part === '' ? '' : sign + encoded(part.slice(1)));
  return url.origin + encoded(url.pathname) + after('?', url.search) + after('#', url.hash);
}

function read(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

function hasNoPassword(address: string): boolean {
  const url = read(address);
  return !url || (url.username === '' && url.password === '');
}

/** The public address of a page: kept as a plain URI, and never with somebody’s name and password in it. */
export const webAddressSchema = z
  .url({protocol: /^https?$/, hostname: z.regexes.domain})
  .check(z.refine(hasNoPassword, {error: 'not-allowed'}), z.overwrite(asUri), z.maxLength(500));
