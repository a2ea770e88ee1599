import {basename, extname} from 'node:path';
import {parseAst, type Plugin} from 'vite';
import {findNodes} from './syntax-tree.ts';

interface ImportExpression {
  start: number;
  end: number;
  source: {value?: unknown};
}

/** The name that the loader knows an imported module by: that of its file. */
export function lazyChunkName(path: string): string {
  return basename(path, extname(path));
}

/**
 * Lets the loader have its say before an element imports a part of itself: `import('./detail.ts')` becomes
 * `prepareChunk('detail').then(() => import('./detail.ts'))`. Nothing else checks the integrity of what `import()` brings.
 */
export function prepareLazyChunks({ours, preparation}: {ours: RegExp; preparation: string}): Plugin {
  return {
    name: 'prepare-lazy-chunks',
    transform: {
      order: 'post',
      filter: {id: ours},
      handler(code) {
        const imports = findNodes<ImportExpression>(parseAst(code), 'ImportExpression');
        if (imports.length === 0) return null;
        const prepared = imports
          .sort((one, other) => other.start - one.start)
          .reduce((text, {start, end, source}) => {
            if (typeof source.value !== 'string')
              throw new Error(`An import() without a literal address can't be checked: ${code.slice(start, end)}`);
            const call = `__prepareChunk(${JSON.stringify(lazyChunkName(source.value))}).then(() => ${text.slice(start, end)})`;
            return text.slice(0, start) + call + text.slice(end);
          }, code);
        return `import {prepareChunk as __prepareChunk} from ${JSON.stringify(preparation)};\n${prepared}`;
      },
    },
  };
}
