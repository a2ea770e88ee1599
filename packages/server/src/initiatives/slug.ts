/** A name as it stands in an address: plain letters and hyphens, at most 80 characters. */
export function slugOf(name: string, otherwise = 'initiatief'): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-|-$/g, '');
  return plain === '' ? otherwise : plain;
}
