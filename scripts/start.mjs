// Everything in one process, so that a signal reaches it: the sources run as they are, so the workspace packages must
// resolve to their sources.
import './check-node.mjs';

const {registerHooks} = await import('node:module');
registerHooks({
  resolve: (specifier, context, next) => next(specifier, {...context, conditions: [...context.conditions, 'buurtkit-source']}),
});

const {isStale} = await import('../packages/embed/staleness.ts');
if (await isStale()) {
  // In a process of its own: Vite sets NODE_ENV, and its memory is not needed afterwards.
  const {spawnSync} = await import('node:child_process');
  const {fileURLToPath} = await import('node:url');
  const cwd = fileURLToPath(new URL('../packages/embed', import.meta.url));
  const {status} = spawnSync(process.execPath, ['--conditions=buurtkit-source', 'build.ts'], {cwd, stdio: ['ignore', 2, 2]});
  if (status !== 0) process.exit(1);
}
await import('../examples/script-tag/start.ts');
