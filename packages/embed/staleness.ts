import {createHash} from 'node:crypto';
import {globSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** In the output folder: the hash of what it was built from. */
export const STAMP = '.sources';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const SOURCES = [
  'package-lock.json',
  'tsconfig.base.json',
  'packages/embed/*.ts',
  'packages/{embed,elements,sdk,texts}/{package,tsconfig}.json',
  'packages/{embed,elements,sdk,texts}/src/**/*.{ts,css}',
  'packages/elements/generated/*.json',
];
const NOT_BUILT = /\.test\.ts$|\/testing\//;

/** Whether `dist` was made from other sources than those that are here now. */
export async function isStale(): Promise<boolean> {
  const built = await readFile(join(root, 'packages/embed/dist', STAMP), 'utf8').catch(() => '');
  return built !== (await hashSources());
}

/** Builds `dist` when it isn't there or its sources have changed, and says whether it did. */
export async function buildIfStale(): Promise<boolean> {
  if (!(await isStale())) return false;
  const {buildEmbed} = await import('./build.ts');
  await buildEmbed();
  return true;
}

/** A hash over everything that the build reads; the lock stands for the libraries. */
export async function hashSources(): Promise<string> {
  const files = globSync(SOURCES, {cwd: root})
    .filter((file) => !NOT_BUILT.test(file))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const content = await readFile(join(root, file));
    hash.update(`${file}\0${content.byteLength}\0`).update(content);
  }
  return hash.digest('hex');
}
