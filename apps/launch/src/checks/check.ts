import { runQuietly } from '../../boot/run-quietly.mjs';

/** How a check went; a check that is one command counts as one. */
export type Outcome = { passed: number; failed: number; output: string };

export type Check = { name: string; run: (root: string) => Promise<Outcome> };

/** A check that is a Node program: it passes with exit code 0, and is heard only when it fails. */
export function commandCheck(name: string, args: string[], env: NodeJS.ProcessEnv = {}): Check {
  return {
    name,
    run: async (root) => {
      const { code, output } = await runQuietly(args, { cwd: root, env: { ...process.env, ...env } });
      return code === 0 ? { passed: 1, failed: 0, output: '' } : { passed: 0, failed: 1, output };
    },
  };
}
