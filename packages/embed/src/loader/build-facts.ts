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
  /** Every module that elements need at once; the last one tells of the others. */
  modules: readonly ModuleFact[];
  chunks: ChunkFacts;
}

/** What the last of the loader's modules tells: the parts that elements import later. Their indices go on where the loader's end. */
export interface PartFacts {
  modules: readonly ModuleFact[];
  chunks: ChunkFacts;
}

declare const __BUURTKIT_FACTS__: BuildFacts;

// Named once: the build writes them out wherever they stand.
const facts = __BUURTKIT_FACTS__;
export const {version} = facts;
export const modules: ModuleFact[] = [...facts.modules];
export const chunks: Record<string, readonly number[]> = {...facts.chunks};

/** Where the module stands that tells of the parts. */
export const partsIndex: number = modules.length - 1;

export const elementNames: readonly string[] = Object.keys(chunks).filter((name) => name.startsWith('buurt-'));
