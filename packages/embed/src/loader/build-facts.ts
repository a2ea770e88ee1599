/** What the build knows about the chunks and writes into the loader. */
export interface BuildFacts {
  version: string;
  /** Every module besides the loader: its address relative to the loader, and its hash as `integrity` wants it. */
  modules: readonly (readonly [path: string, integrity: string])[];
  /**
   * Which modules a chunk needs, as indices: what all share comes first, its own last.
   * A chunk is named after its element, or after the module that an element imports when it needs it.
   */
  chunks: Readonly<Record<string, readonly number[]>>;
}

declare const __BUURTKIT_FACTS__: BuildFacts;

export const {version, modules, chunks} = __BUURTKIT_FACTS__;

export const elementNames: readonly string[] = Object.keys(chunks).filter((name) => name.startsWith('buurt-'));
