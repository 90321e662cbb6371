import { join } from 'node:path';
import { planOf } from './checks/plans.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Runs every check of a plan, also after one has failed, and closes with the sum; returns the exit code. */
export async function runChecks([name = '', ...args]: string[]): Promise<number> {
  const plan = planOf(name, args);
  if (!plan) {
    console.error('npm test | npm run check | npm run prove');
    return 2;
  }
  const sum = { passed: 0, failed: 0 };
  for (const check of plan) {
    const begin = performance.now();
    const { passed, failed, output } = await check.run(root);
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    if (output !== '') console.log(output.trimEnd());
    console.log(`${failed === 0 ? 'passed' : 'FAILED'}  ${check.name} (${seconds} s)`);
    sum.passed += passed;
    sum.failed += failed;
  }
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 ? 0 : 1;
}
