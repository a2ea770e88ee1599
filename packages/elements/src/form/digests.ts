import type {ClientOptions} from '@buurtkit/sdk';

/** What makes digests on a page without https, where browsers have none. */
export async function digests(): Promise<Pick<ClientOptions, 'sha256'>> {
  return globalThis.crypto?.subtle ? {} : import('./scripted-sha256.ts').then(({sha256}) => ({sha256}));
}
