import './policy.ts';
import {prepareWith, type PrepareChunk} from '../../src/chunks/lazy-chunks.ts';
import {setDefaults, type Defaults} from './defaults.ts';

export function start(defaults: Defaults, prepareChunk: PrepareChunk): void {
  setDefaults(defaults);
  prepareWith(prepareChunk);
}
