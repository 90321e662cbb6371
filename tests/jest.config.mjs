import path from 'node:path';

const withSwc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx },
      target: 'es2023',
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

/** @type {import('jest').Config} */
const config = {
  // The root of the repository: coverage silently ignores files outside rootDir.
  rootDir: path.resolve(import.meta.dirname, '..'),
  roots: ['<rootDir>/apps', '<rootDir>/packages', '<rootDir>/prisma/src', '<rootDir>/tests/src'],
  testMatch: ['**/src/**/*.test.ts', '**/src/**/*.test.tsx'],
  modulePathIgnorePatterns: ['/\\.next/', '/dist/'],
  testEnvironment: 'node',
  // Workspaces resolve to their sources, so that tests need no build and coverage refers to the sources.
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': withSwc(false), '^.+\\.tsx$': withSwc(true) },
  globalSetup: '<rootDir>/tests/src/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/src/support/global-teardown.mjs',
  collectCoverageFrom: ['apps/*/src/**/*.ts', 'packages/*/src/**/*.ts', 'prisma/src/**/*.ts', '!**/generated/**'],
  testTimeout: 120_000,
  maxWorkers: 2,
  // Jest does not release the modules of a test file. A worker is restarted above this limit, before garbage collection
  // slows it down.
  workerIdleMemoryLimit: '1GB',
};

// biome-ignore lint/style/noDefaultExport: Jest reads the default export
export default config;
