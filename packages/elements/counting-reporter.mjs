import {writeFileSync} from 'node:fs';
import {relative} from 'node:path';

/**
 * Writes what Web Test Runner counted to a file, in the same shape as our other runners.
 *
 * @param {string | undefined} file Nothing is written without one.
 * @returns {import('@web/test-runner').Reporter}
 */
export function countingReporter(file) {
  return {
    stop({sessions}) {
      if (file) writeFileSync(file, JSON.stringify(countSessions(sessions)));
    },
  };
}

/** @param {import('@web/test-runner').TestSession[]} sessions */
function countSessions(sessions) {
  const results = [...sessions].map((session) => {
    const tests = testsOf(session.testResults);
    const failed = tests.filter((test) => !test.passed && !test.skipped);
    // A file that couldn't be loaded has no tests to count, and is a failure all the same.
    const brokeOutside = session.passed !== true && failed.length === 0;
    return {
      passed: tests.filter((test) => test.passed && !test.skipped).length,
      failed: failed.length + (brokeOutside ? 1 : 0),
      skipped: tests.filter((test) => test.skipped).length,
      failures: [...failed.map((test) => test.name), ...(brokeOutside ? ['(the file itself)'] : [])].map(
        (name) => `${session.browser.name}: ${relative(process.cwd(), session.testFile ?? '')}: ${name}`,
      ),
    };
  });
  return {
    passed: sum(results.map((result) => result.passed)),
    failed: sum(results.map((result) => result.failed)),
    skipped: sum(results.map((result) => result.skipped)),
    failures: results.flatMap((result) => result.failures),
  };
}

/**
 * @param {import('@web/test-runner').TestSuiteResult | undefined} suite
 * @returns {import('@web/test-runner').TestResult[]}
 */
function testsOf(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
