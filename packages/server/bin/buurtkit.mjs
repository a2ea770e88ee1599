#!/usr/bin/env node
import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const major = Number(process.versions.node.split('.')[0]);

if (major < 24) await startWithPinnedNode();
else {
  const source = join(root, 'src/cli/main.ts');
  if (existsSync(source)) {
    await resolveSources();
    await import(source);
  } else await import(join(root, 'dist/cli/main.js'));
}

/** In the checkout the TypeScript sources run as they are: the workspace packages must resolve to their sources too. */
async function resolveSources() {
  const {registerHooks} = await import('node:module');
  registerHooks({
    resolve: (specifier, context, next) => next(specifier, {...context, conditions: [...context.conditions, 'buurtkit-source']}),
  });
}

/** `npx` and npm scripts find the pinned Node first; a bare `node` is the system's, which may be too old. */
async function startWithPinnedNode() {
  const pinned = join(root, '../../node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (!existsSync(pinned)) {
    console.error(
      `Buurtkit needs Node 24 or newer; this is Node ${process.versions.node}. Install Node 24, or run it from a checkout after "npm ci".`,
    );
    process.exit(1);
  }
  const {spawn} = await import('node:child_process');
  const child = spawn(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {stdio: 'inherit'});
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
