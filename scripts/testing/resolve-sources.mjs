import {registerHooks} from 'node:module';

// Workspace packages resolve to their TypeScript sources, as they do in tests.
registerHooks({
  resolve: (specifier, context, next) => next(specifier, {...context, conditions: [...context.conditions, 'buurtkit-source']}),
});
