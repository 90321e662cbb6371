import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

it('the flags of the process do not lift the memory limit of its threads', () => {
  const program = join(import.meta.dirname, '../support/print-thread-limit.ts');
  const flags = ['--max-old-space-size=1024', '--max-semi-space-size=64', '--conditions=source', '--import', 'tsx'];
  const limit = Number(execFileSync(process.execPath, [...flags, program], { encoding: 'utf8' }));
  expect(limit).toBeGreaterThan(64);
  expect(limit).toBeLessThan(192);
});
