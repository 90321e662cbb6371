// npm run bench -- [options]: the benchmark is a package of its own, installed when it is first run.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'bench');

function npm(...args) {
  const path = process.env.npm_execpath;
  const [command, first] = path?.endsWith('.js') ? [process.execPath, [path]] : ['npm', []];
  // From where the user stands, so that a file named in the options lands there.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const { status } = spawnSync(command, [...first, '--prefix', folder, ...args], { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(join(folder, 'node_modules', '.package-lock.json'))) npm('ci', '--no-audit', '--no-fund');
npm('run', '--silent', 'bench', '--', ...process.argv.slice(2));
