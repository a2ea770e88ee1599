import {elements, modules, version} from './build-facts.ts';
import {LoadError} from './load-error.ts';
import {reportConflict} from './one-per-page.ts';
import {addressOf, defaults, nonce, type Defaults} from './script-tag.ts';

interface SharedModule {
  setDefaults(defaults: Defaults): void;
}

// Integrity is for the address that never changes; the other one follows whatever the server has.
const isPinned = addressOf('.').endsWith(`/${version}/`);
const canPreload = document.createElement('link').relList.supports('modulepreload');
// WebKit takes `integrity` on modulepreload and doesn't look at it. Nothing but the vendor tells.
const ignoresIntegrity = !canPreload || navigator.vendor.startsWith('Apple');

const loads = new Map<string, Promise<void>>();
let sharedStart: Promise<void> | undefined;

/**
 * Fetches and defines an element, once. One that somebody else defined is left to them.
 *
 * @throws {LoadError} when its files can't be had, aren't intact or don't start.
 */
export function loadElement(name: string): Promise<void> {
  let load = loads.get(name);
  if (!load) {
    load = fetchAndDefine(name).catch((error: unknown) => {
      // An element that comes later may try again: the connection may be back.
      loads.delete(name);
      throw error instanceof LoadError ? error : new LoadError('embed.failed', `<${name}> could not start. ${String(error)}`);
    });
    loads.set(name, load);
  }
  return load;
}

async function fetchAndDefine(name: string): Promise<void> {
  const other = customElements.get(name);
  if (other) return reportConflict((other as {version?: string}).version ?? 'another copy');

  const closure = (elements[name] ?? []).map((index) => modules[index] ?? ['', '']);
  await Promise.all(closure.map(([path, integrity]) => preload(addressOf(path), integrity)));

  const addressAt = (index: number): string => addressOf(closure.at(index)?.[0] ?? '');
  await (sharedStart ??= startShared(addressAt(0)));
  await import(addressAt(-1));
}

/**
 * Puts a module where `import()` will find it, its integrity checked when we are pinned.
 * All of a chunk's static imports need it: neither `import()` nor the chunk's own hash covers them.
 */
async function preload(href: string, integrity: string): Promise<void> {
  const refused = () => new LoadError('embed.refused', `${href} is missing or is not what was published: it is not run.`);

  if (isPinned && ignoresIntegrity) {
    const isIntact = await fetch(href, {integrity, credentials: 'omit'}).then(
      ({ok}) => ok,
      () => false,
    );
    if (!isIntact) throw refused();
  }
  if (!canPreload) return;

  const link = document.createElement('link');
  await new Promise<void>((resolve, reject) => {
    link.rel = 'modulepreload';
    link.crossOrigin = 'anonymous';
    link.nonce = nonce;
    if (isPinned) link.integrity = integrity;
    link.onload = () => resolve();
    // Not pinned, the import itself tells what is wrong.
    link.onerror = () => (isPinned ? reject(refused()) : resolve());
    link.href = href;
    document.head.append(link);
  }).finally(() => link.remove());
}

/** Starts what all elements share and tells it what the script tag says, before the first element is defined. */
async function startShared(address: string): Promise<void> {
  let policy: string | undefined;
  const noteViolation = ({sample, originalPolicy}: SecurityPolicyViolationEvent): void => {
    if (sample === 'lit-html') policy = originalPolicy;
  };
  document.addEventListener('securitypolicyviolation', noteViolation);
  try {
    const shared = (await import(address)) as SharedModule;
    shared.setDefaults(defaults);
  } catch (error) {
    // The browser reports a violation in a task of its own, after the import has failed.
    await new Promise((resolve) => setTimeout(resolve));
    if (policy === undefined) {
      sharedStart = undefined;
      throw error;
    }
    const header = `trusted-types lit-html${policy.includes('lit-html') ? " 'allow-duplicates'" : ''}`;
    throw new LoadError('embed.trusted-types', `Lit may not start on this page. Add to its Content-Security-Policy header: ${header}`);
  } finally {
    document.removeEventListener('securitypolicyviolation', noteViolation);
  }
}
