/** What the build knows about the chunks and writes into the loader. */
export interface BuildFacts {
  version: string;
  /** Every module besides the loader: its address relative to the loader, and its hash as `integrity` wants it. */
  modules: readonly (readonly [path: string, integrity: string])[];
  /** Per element the modules that it needs, as indices: what all share comes first, its own chunk last. */
  elements: Readonly<Record<string, readonly number[]>>;
}

declare const __BUURTKIT_FACTS__: BuildFacts;

export const {version, modules, elements} = __BUURTKIT_FACTS__;
