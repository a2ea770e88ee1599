import {existsSync, readFileSync} from 'node:fs';
import {relative} from 'node:path';
import {stripVTControlCharacters} from 'node:util';

/**
 * What a runner counted, in one shape for all of them.
 *
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} failures One line each.
 */

/** @type {Readonly<Counts>} */
const NOTHING = {passed: 0, failed: 0, skipped: 0, failures: []};

/**
 * Reads what Vitest's own JSON reporter or one of our runners wrote.
 *
 * @param {string} file
 * @param {number} exitCode A runner that fails without a counted failure is one failure itself.
 * @returns {Counts}
 */
export function readCounts(file, exitCode) {
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  if (!report) return withFailure(NOTHING, `it ended with code ${exitCode} and counted nothing`);
  const counts = 'testResults' in report ? fromVitest(report) : report;
  return exitCode !== 0 && counts.failed === 0 ? withFailure(counts, `it ended with code ${exitCode}`) : counts;
}

/**
 * Reads turbo's own summary: one task is one test.
 *
 * @param {string} output
 * @param {number} exitCode
 * @returns {Counts}
 */
export function readTurboCounts(output, exitCode) {
  const plain = stripVTControlCharacters(output);
  const summary = /Tasks:\s+(\d+) successful, (\d+) total/.exec(plain);
  if (!summary) return withFailure(NOTHING, `turbo ended with code ${exitCode} and without a summary`);
  const passed = Number(summary[1]);
  const failed = Number(summary[2]) - passed;
  const counts = {...NOTHING, passed, failed, failures: /Failed:\s+(.*)/.exec(plain)?.[1]?.split(', ') ?? []};
  return exitCode !== 0 && failed === 0 ? withFailure(counts, `turbo ended with code ${exitCode}`) : counts;
}

/**
 * @param {Counts} counts
 * @param {string} failure
 * @returns {Counts}
 */
export function withFailure(counts, failure) {
  return {...counts, failed: counts.failed + 1, failures: [...counts.failures, failure]};
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function addCounts(all) {
  return all.reduce(
    (total, counts) => ({
      passed: total.passed + counts.passed,
      failed: total.failed + counts.failed,
      skipped: total.skipped + counts.skipped,
      failures: [...total.failures, ...counts.failures],
    }),
    NOTHING,
  );
}

/**
 * @param {{testResults: {name: string, status: string, assertionResults: {fullName: string, status: string}[]}[]}} report
 * @returns {Counts}
 */
function fromVitest({testResults}) {
  return addCounts(
    testResults.map(({name, status, assertionResults}) => {
      const file = relative(process.cwd(), name);
      const failed = assertionResults.filter((test) => test.status === 'failed');
      const counts = {
        passed: assertionResults.filter((test) => test.status === 'passed').length,
        failed: failed.length,
        skipped: assertionResults.filter((test) => !['passed', 'failed'].includes(test.status)).length,
        failures: failed.map((test) => `${file}: ${test.fullName}`),
      };
      // A file that couldn't be loaded, or whose hooks failed, has no failed test of its own.
      return status === 'failed' && failed.length === 0 ? withFailure(counts, `${file}: (the file itself)`) : counts;
    }),
  );
}
