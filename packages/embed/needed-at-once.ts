import {parseAst, type Plugin} from 'vite';

interface Named {
  exported?: {name: string};
  imported?: {name: string};
  local: {name: string};
}

interface Statement {
  type: string;
  source?: {value: string} | null;
  specifiers?: Named[];
}

/** A module that another imports or passes on, and what by which name. */
interface Followed {
  id: string | null;
  isPassedOn: boolean;
  names: {own: string; there: string}[];
}

/** Which chunks of the build use a module. */
export interface Use {
  /** The chunks that import it at once, as against with an `import()` later. */
  atOnceBy: Set<string>;
  /** The chunks that use it, at once or in a part that comes later. */
  by: Set<string>;
}

/** Knows which modules the chunks import at once, as against those that come with an `import()` later. */
export function knowWhatIsNeededAtOnce(): {plugin: Plugin; useOf: (id: string) => Use | undefined} {
  const uses = new Map<string, Use>();
  const plugin: Plugin = {
    name: 'know-what-is-needed-at-once',
    async buildEnd() {
      uses.clear();
      const statements = new Map<string, Promise<Followed[]>>();
      const read = async (id: string): Promise<Followed[]> => {
        const body = parseAst(this.getModuleInfo(id)?.code ?? '').body as unknown as Statement[];
        const followed = body.map(async ({type, source, specifiers = []}) => ({
          id: (source && (await this.resolve(source.value, id))?.id) || null,
          isPassedOn: type === 'ExportNamedDeclaration',
          names: specifiers.map(({exported, imported, local}) => ({own: (exported ?? local).name, there: (imported ?? local).name})),
        }));
        return Promise.all(followed);
      };

      /** @param asked - What is taken from it; null for all. */
      const follow = async (id: string, asked: readonly string[] | null, chunk: string, isAtOnce: boolean): Promise<void> => {
        const info = this.getModuleInfo(id);
        if (!info) return;
        const use = uses.get(id) ?? {atOnceBy: new Set(), by: new Set()};
        const isKnown = use.by.has(chunk) && (use.atOnceBy.has(chunk) || !isAtOnce);
        uses.set(id, use);
        use.by.add(chunk);
        if (isAtOnce) use.atOnceBy.add(chunk);
        if (!statements.has(id)) statements.set(id, read(id));
        for (const {id: source, isPassedOn, names} of await statements.get(id)!) {
          // What a module only passes on is needed when somebody takes it from there.
          const taken = isPassedOn && asked ? names.filter(({own}) => asked.includes(own)) : names;
          if (!source || (isPassedOn ? asked && taken.length === 0 : isKnown)) continue;
          await follow(
            source,
            taken.map(({there}) => there),
            chunk,
            isAtOnce,
          );
        }
        if (!isKnown) for (const later of info.dynamicallyImportedIds) await follow(later, null, chunk, false);
      };
      for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry) await follow(id, null, id, true);
    },
  };
  return {plugin, useOf: (id) => uses.get(id)};
}
