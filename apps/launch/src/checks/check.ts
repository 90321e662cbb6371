import { runQuietly } from '../../boot/run-quietly.mjs';

/**
 * What a check found: the numbers of passed and failed tests, and the text to print, which may be empty. A check that
 * runs one command counts as one test.
 */
export type CheckOutcome = { passed: number; failed: number; output: string };

/** A check of the repository in the folder `root`. `name` is printed with its outcome. */
export type Check = { name: string; run: (root: string) => Promise<CheckOutcome> };

/**
 * Returns a check that runs Node with the arguments `args`. It passes with exit code 0. The output of the program is
 * printed only if the check fails. The program gets the environment of
 * this process with the variables of `env` added.
 */
export function commandCheck(name: string, args: string[], env: NodeJS.ProcessEnv = {}): Check {
  return {
    name,
    run: async (root) => {
      const { code, output } = await runQuietly(args, { cwd: root, env: { ...process.env, ...env } });
      return code === 0 ? { passed: 1, failed: 0, output: '' } : { passed: 0, failed: 1, output };
    },
  };
}
