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
  /**
   * The other modules that elements need at once: the names of their files, each with its hash of eight digits behind it. The
   * elements' own come first.
   */
  names: string;
  /** Per element, in the same order, what its own module needs besides what all share. */
  elements: readonly (readonly number[])[];
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
export const modules: (ModuleFact | readonly [path: string])[] = [
  ...facts.modules,
  ...facts.names.split(' ').map((name) => [`chunks/${name}.js`] as const),
];

/** Where the module stands that tells the rest. */
export const TELLING = 0;

/** Where the module stands that all share. */
export const SHARED = 1;

/** From here on stand the elements' own. */
const OWN = 2;

/** An element bears the name of its own module, without `chunks/`, the hash and `.js`. */
export const chunks: Record<string, readonly number[]> = Object.fromEntries(
  facts.elements.map((needed, place) => [`buurt-${modules[OWN + place]![0].slice(7, -12)}`, [SHARED, ...needed, OWN + place]]),
);
export const elementNames: readonly string[] = Object.keys(chunks);
