import {setDefaults, type Defaults} from '@buurtkit/elements';
import {prepareWith, type PrepareChunk} from './lazy-chunks.ts';

/** Called by the loader, once, before it defines the first element. */
export function start(defaults: Defaults, prepareChunk: PrepareChunk): void {
  setDefaults(defaults);
  prepareWith(prepareChunk);
}
