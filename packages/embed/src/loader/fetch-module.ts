import {modules, version} from './build-facts.ts';
import {LoadError} from './load-error.ts';
import {addressOf, nonce} from './script-tag.ts';

// Integrity is for the address that never changes; the other one follows whatever the server has.
export const isPinned = addressOf('.').endsWith(`/${version}/`);
// WebKit takes `integrity` on modulepreload and doesn't look at it. Nothing but the vendor tells.
const ignoresIntegrity = navigator.vendor.startsWith('Apple');

const fetched = new Set<string>();

/**
 * Puts a module where `import()` finds it, its integrity checked when we are pinned, and gives its address.
 * Each module of a chunk needs it: neither `import()` nor the hash of the chunk covers what the chunk imports.
 *
 * @throws {LoadError} when we are pinned and the module isn't what was published.
 */
export async function fetchModule(index: number): Promise<string> {
  const [path = '', integrity = ''] = modules[index] ?? [];
  const address = addressOf(path);
  if (fetched.has(address)) return address;

  const isFetched = !(isPinned && ignoresIntegrity) || (await fetchIntact(address, integrity));
  const isReady = isFetched && (await preload(address, integrity));
  // Not pinned, the import itself tells what is wrong.
  if (isPinned && !isReady) throw new LoadError('embed.refused', `${address} is missing or not what was published.`);
  if (isReady) fetched.add(address);
  return address;
}

function fetchIntact(address: string, integrity: string): Promise<boolean> {
  return fetch(address, {integrity, credentials: 'omit'}).then(
    ({ok}) => ok,
    () => false,
  );
}

function preload(address: string, integrity: string): Promise<boolean> {
  const link = document.createElement('link');
  return new Promise<boolean>((resolve) => {
    link.rel = 'modulepreload';
    link.crossOrigin = 'anonymous';
    link.nonce = nonce;
    if (isPinned) link.integrity = integrity;
    link.addEventListener('load', () => resolve(true));
    link.addEventListener('error', () => resolve(false));
    link.href = address;
    document.head.append(link);
  }).finally(() => link.remove());
}
