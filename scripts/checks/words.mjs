import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {expectNone} from '../testing/check.mjs';
import {root} from '../testing/workspaces.mjs';

const BINARY = /\.(png|jpe?g|webp|avif|ico|woff2?|pdf|zip|gz|tar|br)$/;
// Put together here, or this file would hold them itself.
const OTHER_PLACES = [['..', 'shared'].join('/'), ['', 'work', ''].join('/')];

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {cwd: root, encoding: 'utf8'})
  .split('\0')
  .filter((file) => file && !BINARY.test(file) && existsSync(join(root, file)));

/** @type {import('../testing/check.mjs').Check[]} */
export const checks = [
  {
    name: 'no file speaks of folders outside the repository',
    run: () => expectNone(linesWith((line) => OTHER_PLACES.some((place) => line.includes(place)), files)),
  },
  {
    name: 'no template has a style attribute, which a strict CSP refuses',
    run: () => expectNone(linesWith((line) => /\sstyle=(?:"|'|\$\{)/.test(line), sources('packages/elements/', 'packages/embed/'))),
  },
  {
    name: 'an index names what it exports',
    run: () => expectNone(linesWith((line) => line.startsWith('export * from'), sources('packages/'))),
  },
  {
    name: 'no test is skipped or runs alone',
    run: () =>
      expectNone(linesWith((line) => /\b(?:it|test|describe|suite)\.(?:only|skip|skipIf|runIf|todo)\b/.test(line), files.filter(isTest))),
  },
  {
    name: 'no file is called utils, helpers or common',
    run: () => expectNone(files.filter((file) => /^(?:utils?|helpers?|common)\.[^/]*$/.test(basename(file)))),
  },
];

/** @param {string[]} folders */
function sources(...folders) {
  return files.filter((file) => folders.some((folder) => file.startsWith(folder)) && /\.m?ts$/.test(file) && !isTest(file));
}

/** @param {string} file */
function isTest(file) {
  return file.endsWith('.test.ts');
}

/**
 * @param {(line: string) => boolean} isFault
 * @param {string[]} among
 */
function linesWith(isFault, among) {
  return among.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (isFault(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 100)}`] : [])),
  );
}
