// The checks that npm test, npm run check and npm run prove run.
import { join } from 'node:path';
import { type Check, commandCheck } from './check.ts';
import { jestCheck } from './jest-check.ts';

const bin = (...path: string[]) => join('node_modules', ...path);
const turbo = (task: string) => [
  bin('turbo', 'bin', 'turbo'),
  'run',
  task,
  '--continue',
  '--output-logs=errors-only',
  '--no-color',
];
const quietEnv = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' };
const migrations = ['--conditions=source', '--import', 'tsx', join('prisma', 'src', 'authoring', 'main.ts'), 'check'];

/**
 * Generates the source files that are derived from other sources. Packages cannot be imported before this check has
 * run.
 */
export const sourcesCheck = commandCheck('sources generated', turbo('generate'), quietEnv);
const build = commandCheck('build', turbo('build'), quietEnv);

// In order of dependency: most checks need the generated sources.
const staticChecks: Check[] = [
  commandCheck('lock file complete', [join('tests', 'tools', 'check-lock.mjs')]),
  commandCheck('licences permissive or accepted', [join('tests', 'tools', 'check-licences.mjs')]),
  commandCheck('no file too long', [join('tests', 'tools', 'check-file-length.mjs')]),
  commandCheck('screen texts in texts.ts only', [join('tests', 'tools', 'check-screen-texts.mjs')]),
  sourcesCheck,
  commandCheck('types', turbo('types'), quietEnv),
  commandCheck('lint and format', [
    bin('@biomejs', 'biome', 'bin', 'biome'),
    'ci',
    '--error-on-warnings',
    '--colors=off',
  ]),
  commandCheck('no unused code', [bin('knip', 'bin', 'knip.js'), '--no-progress']),
  commandCheck('migrations match schema and codebook', migrations),
];

const tests = (args: string[]) => jestCheck('tests', join('tests', 'jest.config.mjs'), args);

/**
 * Returns the checks of a plan, or undefined for an unknown plan. `args` are passed to Jest and usually name test
 * files. With any `args`, the plan `all` runs only Jest and no other check. The plan `check` runs no tests and ignores
 * `args`.
 */
export function planOf(name: string, args: string[]): Check[] | undefined {
  switch (name) {
    case 'all':
      if (args.length > 0) return [tests(args)];
      return [...staticChecks, build, tests([])];
    case 'check':
      return staticChecks;
    case 'prove':
      return [sourcesCheck, build, jestCheck('proofs', join('tests', 'jest.prove.config.mjs'), args)];
    default:
      return undefined;
  }
}
