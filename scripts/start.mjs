// Everything in one process, so that a signal reaches it: the sources run as they are, so the workspace packages must
// resolve to their sources.
import './check-node.mjs';

const {registerHooks} = await import('node:module');
registerHooks({
  resolve: (specifier, context, next) => next(specifier, {...context, conditions: [...context.conditions, 'buurtkit-source']}),
});

const {buildIfStale} = await import('../packages/embed/staleness.ts');
await buildIfStale();
await import('../examples/script-tag/start.ts');
