import {defineConfig, mergeConfig} from 'vitest/config';
import {shared} from '../../vitest.shared.ts';

export default mergeConfig(
  shared,
  defineConfig({
    test: {pool: 'forks', testTimeout: 120_000, hookTimeout: 60_000, globalSetup: ['src/testing/postgres.ts']},
  }),
);
