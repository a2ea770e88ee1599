import {readdirSync, writeFileSync} from 'node:fs';
import {endWithCount} from './testing/jobs.mjs';

// Usage: node scripts/check.mjs lock directions …  Runs these files of scripts/checks, each check counted as one test.
const folder = new URL('checks/', import.meta.url);
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.slice(0, -'.mjs'.length));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (wanted.length === 0 || unknown.length > 0) {
  console.error(`Name one or more of: ${known.join(', ')}`);
  process.exit(2);
}

/** @type {import('./testing/counts.mjs').Counts} */
const counts = {passed: 0, failed: 0, skipped: 0, failures: []};
for (const name of wanted) {
  /** @type {{checks: import('./testing/check.mjs').Check[]}} */
  const {checks} = await import(new URL(`${name}.mjs`, folder).href);
  for (const check of checks) {
    try {
      await check.run();
      counts.passed += 1;
      console.log(`✓ ${name}: ${check.name}`);
    } catch (error) {
      counts.failed += 1;
      counts.failures.push(`${name}: ${check.name}`);
      console.log(`✗ ${name}: ${check.name}\n  ${(error instanceof Error ? error.message : String(error)).replaceAll('\n', '\n  ')}`);
    }
  }
}
if (process.env['BUURTKIT_RESULTS']) writeFileSync(process.env['BUURTKIT_RESULTS'], JSON.stringify(counts));
endWithCount(counts);
