import {chunks, modules, SHARED, TELLING, type PartFacts} from './build-facts.ts';
import {fetchModule, isPinned} from './fetch-module.ts';
import {LoadError} from './load-error.ts';
import {reportConflict} from './one-per-page.ts';
import {defaults, type Defaults} from './script-tag.ts';

/** What the loader uses of the chunk that all elements share. */
interface SharedModule {
  start(defaults: Defaults, prepareChunk: (name: string) => Promise<unknown>): void;
}

const loads = new Map<string, Promise<void>>();

let policy = '';
document.addEventListener('securitypolicyviolation', ({sample, originalPolicy}) => {
  if (sample === 'lit-html') policy = originalPolicy;
});

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
      throw error instanceof LoadError ? error : new LoadError('embed.failed', `<${name}> failed. ${String(error)}`);
    });
    loads.set(name, load);
  }
  return load;
}

async function fetchAndDefine(name: string): Promise<void> {
  const other = customElements.get(name);
  if (other) return reportConflict((other as {version?: string}).version ?? 'another copy');

  const [shared, own] = await prepareChunk(name);
  // What it needs to know of its parts comes meanwhile; when that fails, the first part that is asked for says so.
  knowParts().catch(Boolean);
  await startShared(shared);
  await import(own);
}

/** Makes all that a chunk imports ready for `import()`; gives the addresses of what all share and of its own module. */
async function prepareChunk(name: string): Promise<[shared: string, own: string]> {
  if (isPinned || !chunks[name]) await Promise.all([knowParts(), fetchModule(SHARED)]);
  const addresses = await Promise.all((chunks[name] ?? []).map(fetchModule));
  return [addresses.at(0) ?? '', addresses.at(-1) ?? ''];
}

/** What only some need is told in a module of its own: the parts that come later, and hashes, which weigh most. */
async function knowParts(): Promise<void> {
  const found = (await import(await fetchModule(TELLING))) as PartFacts;
  modules.splice(SHARED + 1, modules.length, ...found.modules);
  Object.assign(chunks, found.chunks);
}

/** Starts what all elements share and tells it what the script tag says, before the first element is defined. */
async function startShared(address: string): Promise<void> {
  try {
    ((await import(address)) as SharedModule).start(defaults, prepareChunk);
  } catch (error) {
    // The browser reports a violation in a task of its own, after the import has failed.
    await new Promise((resolve) => setTimeout(resolve));
    if (!policy) throw error;
    const header = `trusted-types lit-html${policy.includes('lit-html') ? " 'allow-duplicates'" : ''}`;
    throw new LoadError('embed.trusted-types', `Lit may not start. Add to the Content-Security-Policy header: ${header}`);
  }
}
