import {defaultServerConditions} from 'vite';
import {defineConfig, type ViteUserConfig} from 'vitest/config';

const conditions = ['buurtkit-source', ...defaultServerConditions];

/** What every package's tests share: workspace packages resolve to their TypeScript sources, so nothing has to be built first. */
export const shared: ViteUserConfig = defineConfig({
  resolve: {conditions},
  ssr: {resolve: {conditions, externalConditions: conditions}},
  test: {
    include: ['{src,tests}/**/*.test.ts'],
    allowOnly: false,
    // A busy machine is no fault of the page.
    expect: {poll: {timeout: 15_000}},
    // Enough for who waits at the keyboard; more where a machine waits, and 10,000 in the proofs.
    env: {BUURTKIT_PROPERTY_RUNS: process.env['BUURTKIT_PROPERTY_RUNS'] ?? (process.env['CI'] ? '60' : '20')},
  },
});
