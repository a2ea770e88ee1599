import type {Plugin} from 'vite';

/** Knows which modules the chunks import at once, as against those that come with an `import()` later. */
export function knowWhatIsNeededAtOnce(): {plugin: Plugin; isNeededAtOnce: (id: string) => boolean} {
  const needed = new Set<string>();
  const plugin: Plugin = {
    name: 'know-what-is-needed-at-once',
    buildEnd() {
      const due = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry);
      for (let id = due.pop(); id !== undefined; id = due.pop()) {
        if (needed.has(id)) continue;
        needed.add(id);
        due.push(...(this.getModuleInfo(id)?.importedIds ?? []));
      }
    },
  };
  return {plugin, isNeededAtOnce: (id) => needed.has(id)};
}
