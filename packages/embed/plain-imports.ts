import type {Plugin} from 'vite';

const PRELOADERS = ['vite:build-import-analysis', 'native:import-analysis-build'];

/** Takes Vite's preloader out of the bundle: what an `import()` brings is fetched, and checked, by our own loader. */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    configResolved({plugins}) {
      for (const preloader of PRELOADERS) {
        const place = plugins.findIndex(({name}) => name === preloader);
        if (place < 0) throw new Error(`Vite has no plugin ${preloader} any more: look what puts its preloader in.`);
        (plugins as Plugin[]).splice(place, 1);
      }
    },
  };
}
