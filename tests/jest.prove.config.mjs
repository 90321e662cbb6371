import config from './jest.config.mjs';

// The long proofs: kills, random operations, large merges. PROVE makes tests that share code with the daily run use their
// full sizes.
process.env.PROVE = '1';

/** @type {import('jest').Config} */
const prove = {
  ...config,
  roots: ['<rootDir>/tests/prove'],
  testMatch: ['**/*.prove.test.ts'],
  testTimeout: 30 * 60_000,
  maxWorkers: 1,
};

// biome-ignore lint/style/noDefaultExport: Jest reads the default export
export default prove;
