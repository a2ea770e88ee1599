/** A module: its address relative to the loader, and its hash as `integrity` wants it. */
export type ModuleFact = readonly [path: string, integrity: string];

/**
 * Which modules a chunk needs, as indices: what all share comes first, its own last.
 * A chunk is named after its element, or after the module that an element imports when it needs it.
 */
export type ChunkFacts = Readonly<Record<string, readonly number[]>>;

/** What the build knows about the chunks and writes into the loader. */
export interface BuildFacts {
  version: string;
  /** The module that tells the rest, then the one that all share. */
  modules: readonly ModuleFact[];
  /** Where the other modules stand that elements need at once. */
  paths: readonly string[];
  chunks: ChunkFacts;
}

/** What the first of the loader's modules tells: the hashes of the others, and the parts that elements import later. */
export interface PartFacts {
  modules: readonly ModuleFact[];
  chunks: ChunkFacts;
}

declare const __BUURTKIT_FACTS__: BuildFacts;

// Named once: the build writes them out wherever they stand.
const facts = __BUURTKIT_FACTS__;
export const {version} = facts;
/** Without its hash a module can come only where none is checked. */
export const modules: (ModuleFact | readonly [path: string])[] = [...facts.modules, ...facts.paths.map((path) => [path] as const)];
export const chunks: Record<string, readonly number[]> = {...facts.chunks};

/** Where the module stands that tells the rest. */
export const TELLING = 0;

/** Where the module stands that all share. */
export const SHARED = 1;

export const elementNames: readonly string[] = Object.keys(chunks).filter((name) => name.startsWith('buurt-'));
