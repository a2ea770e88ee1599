/** Makes a chunk ready for `import()`, by its name. */
export type PrepareChunk = (name: string) => Promise<unknown>;

let prepare: PrepareChunk = () => Promise.resolve();

export function prepareWith(preparation: PrepareChunk): void {
  prepare = preparation;
}

/** Comes before every `import()` within an element, put there by the build: at the pinned address it checks the files first. */
export function prepareChunk(name: string): Promise<unknown> {
  return prepare(name);
}
