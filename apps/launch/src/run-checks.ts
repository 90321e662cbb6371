import { join } from 'node:path';
import { planOf } from './checks/plans.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/**
 * Runs all checks of a plan, even after one has failed, and prints the totals. The first argument names the plan.
 * Returns the exit code: 0 if all passed, 1 if any failed, 2 for an unknown plan.
 */
export async function runChecks([name = '', ...args]: string[]): Promise<number> {
  const plan = planOf(name, args);
  if (!plan) {
    console.error('Usage: npm test | npm run check | npm run prove');
    return 2;
  }
  const total = { passed: 0, failed: 0 };
  for (const check of plan) {
    const begin = performance.now();
    const { passed, failed, output } = await check.run(root);
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    if (output !== '') console.log(output.trimEnd());
    console.log(`${failed === 0 ? 'passed' : 'FAILED'}  ${check.name} (${seconds} s)`);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}
