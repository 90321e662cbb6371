import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check, CheckOutcome } from './check.ts';

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numRuntimeErrorTestSuites: number;
};

/**
 * Returns a check that runs Jest with the configuration file `config`. It counts passed and failed tests; a test file
 * that cannot be loaded counts as a failed test. Skipped tests are not counted, but their number is printed.
 */
export function jestCheck(name: string, config: string, args: string[]): Check {
  return {
    name,
    run: async (root) => {
      const folder = mkdtempSync(join(tmpdir(), 'chancery-jest-'));
      const file = join(folder, 'report.json');
      try {
        const code = await runJest(root, ['--config', config, '--ci', '--json', `--outputFile=${file}`, ...args]);
        return outcomeOf(file, code);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

function runJest(root: string, args: string[]): Promise<number | null> {
  const flags = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules'];
  const jest = join('node_modules', 'jest', 'bin', 'jest.js');
  return new Promise((resolve, reject) => {
    // With --outputFile the JSON goes to that file only. Test progress and the figures of proofs go to the terminal.
    const child = spawn(process.execPath, [...flags, jest, ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const stop = () => void child.kill('SIGTERM');
    process.once('SIGTERM', stop);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGTERM', stop);
      resolve(code);
    });
  });
}

function outcomeOf(file: string, code: number | null): CheckOutcome {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    const end = code === null ? 'A signal ended it.' : `Its exit code was ${code}.`;
    return { passed: 0, failed: 1, output: `Jest wrote no readable report. ${end}` };
  }
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const output = report.numPendingTests > 0 ? `Skipped tests: ${report.numPendingTests}` : '';
  // A failure outside any test, for example in the global setup, must not count as success.
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, output };
}
