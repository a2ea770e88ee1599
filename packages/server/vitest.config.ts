import {defineConfig, mergeConfig} from 'vitest/config';
import {shared} from '../../vitest.shared.ts';

export default mergeConfig(
  shared,
  defineConfig({
    test: {
      pool: 'forks',
      // Each file has a database of its own, and waits for it more than it reckons.
      maxWorkers: 2,
      testTimeout: 300_000,
      hookTimeout: 60_000,
      globalSetup: ['src/testing/postgres.ts'],
    },
  }),
);
