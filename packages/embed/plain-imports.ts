import type {Plugin} from 'vite';

/** Takes Vite's preloader out of the bundle: what an `import()` brings is fetched, and checked, by our own loader. */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null),
  };
}
