import { runQuietly } from '../../boot/run-quietly.mjs';

/** The result of a check. A check that runs one command counts as one test. */
export type Outcome = { passed: number; failed: number; output: string };

/** A named check of the repository in the folder `root`. */
export type Check = { name: string; run: (root: string) => Promise<Outcome> };

/** Returns a check that runs a Node program. It passes with exit code 0; output is kept only if it fails. */
export function commandCheck(name: string, args: string[], env: NodeJS.ProcessEnv = {}): Check {
  return {
    name,
    run: async (root) => {
      const { code, output } = await runQuietly(args, { cwd: root, env: { ...process.env, ...env } });
      return code === 0 ? { passed: 1, failed: 0, output: '' } : { passed: 0, failed: 1, output };
    },
  };
}
