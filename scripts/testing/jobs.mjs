import {addCounts, withFailure} from './counts.mjs';

/**
 * @typedef {object} Job
 * @property {string} name
 * @property {string[]} [needs] Names of jobs that must have ended before.
 * @property {() => Promise<{counts: import('./counts.mjs').Counts, output: string}>} run
 */

/**
 * Runs the jobs in their order, some at a time, says of each how it ended, and ends with the one line that counts them all.
 *
 * @param {Job[]} jobs
 * @param {{atATime: number}} options
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runJobs(jobs, {atATime}) {
  const waiting = [...jobs];
  /** @type {Set<string>} */
  const ended = new Set();
  /** @type {Map<string, Promise<void>>} */
  const running = new Map();
  /** @type {import('./counts.mjs').Counts[]} */
  const all = [];

  while (waiting.length > 0 || running.size > 0) {
    const index = running.size < atATime ? waiting.findIndex((job) => (job.needs ?? []).every((need) => ended.has(need))) : -1;
    const [job] = index < 0 ? [] : waiting.splice(index, 1);
    if (!job) {
      if (running.size === 0) throw new Error(`These wait for each other: ${waiting.map(({name}) => name).join(', ')}`);
      await Promise.race(running.values());
      continue;
    }
    running.set(
      job.name,
      runJob(job).then((counts) => {
        all.push(counts);
        ended.add(job.name);
        running.delete(job.name);
      }),
    );
  }
  return addCounts(all);
}

/**
 * Ends this process with the one line that counts, once everything said before it is out: a pipe may take it later.
 *
 * @param {import('./counts.mjs').Counts} counts
 */
export function endWithCount(counts) {
  process.stdout.write(`${countLine(counts)}\n`, () => process.exit(counts.failed > 0 ? 1 : 0));
}

/** @param {import('./counts.mjs').Counts} counts */
function countLine({passed, failed}) {
  return `${passed} passed, ${failed} failed`;
}

/** @param {Job} job */
async function runJob(job) {
  const start = performance.now();
  const {counts, output} = await job.run().catch((error) => ({
    counts: withFailure(addCounts([]), String(error?.message ?? error)),
    output: String(error?.stack ?? error),
  }));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  const nothing = counts.passed + counts.failed === 0 ? ' (no tests yet)' : '';
  if (counts.failed > 0) console.log(`\n──── ${job.name}\n${output.trimEnd()}\n`);
  console.log(`${counts.failed > 0 ? '✗' : '✓'} ${job.name}: ${countLine(counts)}${skipped}${nothing} in ${seconds} s`);
  for (const failure of counts.failures) console.log(`    ✗ ${failure}`);
  return counts;
}
