// npm run bench -- [options]: runs the benchmark, which is a separate package that is installed on the first run.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'bench');

function npm(...args) {
  const path = process.env.npm_execpath;
  const [command, first] = path?.endsWith('.js') ? [process.execPath, [path]] : ['npm', []];
  // Run in the user's working directory, which file options are relative to.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const { status } = spawnSync(command, [...first, '--prefix', folder, ...args], { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(join(folder, 'node_modules', '.package-lock.json'))) npm('ci', '--no-audit', '--no-fund');
npm('run', '--silent', 'bench', '--', ...process.argv.slice(2));
