import {globSync} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {circumstances} from './proof.mjs';
import {root} from './testing/workspaces.mjs';
import './testing/resolve-sources.mjs';

/**
 * What a file `packages/<package>/bench/<name>.bench.ts` exports as `bench` is called with; `npm run bench -- NAME` runs one of them.
 *
 * @typedef {object} Bench
 * @property {(name: string, act: () => unknown, options?: {repetitions?: number}) => Promise<number>} measure
 *   Times an act, 30 times unless told otherwise, with a calibration before each; reports it, and gives the median in ms.
 * @property {(name: string, milliseconds: number[], calibrations?: number[]) => void} report For times taken in your own way.
 * @property {() => number} calibrate Times a loop that is always the same, in ms: what this machine is worth at this moment.
 */

/** @typedef {{name: string, median: number, lowest: number, highest: number, repetitions: number, calibration: number | null}} Row */

const REPETITIONS = 30;

/** @type {Row[]} */
const rows = [];

/** @type {Bench} */
const tools = {
  async measure(name, act, {repetitions = REPETITIONS} = {}) {
    await act();
    const calibrations = [];
    const times = [];
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      calibrations.push(calibrate());
      const start = performance.now();
      await act();
      times.push(performance.now() - start);
    }
    tools.report(name, times, calibrations);
    return median(times);
  },
  report(name, milliseconds, calibrations = []) {
    rows.push({
      name,
      median: median(milliseconds),
      lowest: Math.min(...milliseconds),
      highest: Math.max(...milliseconds),
      repetitions: milliseconds.length,
      calibration: calibrations.length > 0 ? median(calibrations) : null,
    });
  },
  calibrate,
};

const [only = ''] = process.argv.slice(2);
for (const file of globSync(`packages/*/bench/*${only}*.bench.ts`, {cwd: root}).toSorted()) {
  console.log(file);
  const {bench} = await import(pathToFileURL(join(root, file)).href);
  await bench(tools);
}
if (rows.length === 0) {
  console.error('No packages/*/bench/*.bench.ts reported anything.');
  process.exit(1);
}

console.table(
  rows.map((row) => ({
    ...row,
    median: rounded(row.median),
    lowest: rounded(row.lowest),
    highest: rounded(row.highest),
    calibration: rounded(row.calibration),
  })),
);
// Some of them tried by themselves are not the proof.
if (only === '') {
  await mkdir(join(root, 'docs/proof'), {recursive: true});
  await writeFile(
    join(root, 'docs/proof/bench.json'),
    `${JSON.stringify({circumstances: Object.fromEntries(circumstances()), unit: 'ms', rows}, null, 2)}\n`,
  );
  await writeFile(join(root, 'docs/proof/bench.md'), asMarkdown());
}

function asMarkdown() {
  const lines = rows.map(
    (row) =>
      `| ${row.name} | ${rounded(row.median)} | ${rounded(row.lowest)} | ${rounded(row.highest)} | ${row.repetitions} | ${rounded(row.calibration)} |`,
  );
  return [
    '# Bench',
    '',
    `Written by \`npm run bench\`: ${circumstances()
      .map(([what, value]) => `${what} ${value}`)
      .join('; ')}.`,
    'Times in milliseconds; the calibration is a loop that is always the same, timed between the others.',
    '',
    '| what | median | lowest | highest | repetitions | calibration |',
    '|---|--:|--:|--:|--:|--:|',
    ...lines,
    '',
  ].join('\n');
}

function calibrate() {
  const start = performance.now();
  let state = 1;
  for (let step = 0; step < 5_000_000; step += 1) state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  if (state === 0) throw new Error('The loop may not be optimised away.');
  return performance.now() - start;
}

/** @param {number[]} numbers */
function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? Number(sorted[middle]) : (Number(sorted[middle - 1]) + Number(sorted[middle])) / 2;
}

/** @param {number | null} value */
function rounded(value) {
  return value === null ? '' : value.toFixed(value < 10 ? 3 : 1);
}
