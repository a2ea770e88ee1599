import {defineConfig, mergeConfig} from 'vitest/config';
import {shared} from '../../vitest.shared.ts';

export default mergeConfig(
  shared,
  defineConfig({
    test: {
      pool: 'forks',
      // A database per file keeps files apart; loading the whole server anew for each took longer than many of their tests.
      isolate: false,
      // Each file has a database of its own, and waits for it more than it reckons.
      maxWorkers: 2,
      testTimeout: 300_000,
      hookTimeout: 60_000,
      globalSetup: ['src/testing/postgres.ts'],
    },
  }),
);
