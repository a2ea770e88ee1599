import {defineConfig, mergeConfig} from 'vitest/config';
import {shared} from './vitest.shared.ts';

const halfAnHour = 30 * 60_000;

/** What `npm run prove` runs: long, one file at a time, each writing what it found to docs/proof. */
export default mergeConfig(
  shared,
  defineConfig({
    test: {
      include: ['packages/*/prove/*.prove.ts'],
      pool: 'forks',
      fileParallelism: false,
      testTimeout: halfAnHour,
      hookTimeout: halfAnHour,
      env: {BUURTKIT_PROPERTY_RUNS: process.env['BUURTKIT_PROPERTY_RUNS'] ?? '10000'},
    },
  }),
);
