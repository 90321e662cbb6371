import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..', '..');
const importers = join(root, 'packages', 'importers', 'src');

/** What Jest reports of a test file with `--json`. */
interface TestFile {
  readonly name: string;
  readonly message: string;
  readonly assertionResults: readonly { readonly status: string; readonly title: string }[];
}

/** The test files that read published data, by whatever helper. */
const readingPublished = readdirSync(importers, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .filter((file) => /from '.*published\.ts'/.test(readFileSync(join(importers, file), 'utf8')));

it('without the folder of the published data, each test that reads it is reported as skipped', async () => {
  expect(readingPublished.length).toBeGreaterThan(5);
  const emptyFolder = mkdtempSync(join(tmpdir(), 'chancery-no-data-'));
  // These tests need no database.
  const configFile = join(root, 'tests', 'jest.config.mjs');
  const { default: config } = (await import(configFile)) as { readonly default: Readonly<Record<string, unknown>> };
  const { globalSetup: _setUp, globalTeardown: _tearDown, ...withoutDatabase } = config;
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        ...['--experimental-vm-modules', jest, '--config', JSON.stringify(withoutDatabase), '--json', '--runInBand'],
        ...['--runTestsByPath', ...readingPublished.map((file) => join(importers, file))],
      ],
      { cwd: root, env: { ...process.env, CHANCERY_DATA: emptyFolder }, maxBuffer: 2 ** 26 },
    );
    const { testResults } = JSON.parse(stdout) as { testResults: readonly TestFile[] };
    const skipped = testResults.map(({ assertionResults }) =>
      assertionResults.filter(({ status, title }) => status === 'pending' && /CHANCERY_DATA/.test(title)),
    );
    expect(testResults).toHaveLength(readingPublished.length);
    expect(testResults.filter((_file, index) => skipped[index]?.length === 0).map(({ name }) => name)).toEqual([]);
  } finally {
    rmSync(emptyFolder, { recursive: true });
  }
});
