import {createRequire, registerHooks} from 'node:module';

// lit-analyzer needs the programming interface that TypeScript 7 no longer has. One of its own dependencies brings TypeScript 5.
const require = createRequire(import.meta.url);
const typescript5 = createRequire(require.resolve('web-component-analyzer')).resolve('typescript');

registerHooks({
  resolve: (specifier, context, next) => next(specifier === 'typescript' ? typescript5 : specifier, context),
});
