import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hold, isHeld } from './hold.mjs';
import { isInstalled } from './installed.mjs';

/**
 * Installs from the lock where node_modules is missing or stale; says what went wrong, if anything.
 * @param {string} root
 * @returns {Promise<string | undefined>}
 */
export async function install(root) {
  if (isInstalled(root)) return undefined;
  const file = join(root, '.turbo', 'install.lock');
  let answer = hold(file, 'installs packages');
  for (; !isHeld(answer); answer = hold(file, 'installs packages')) await sleep(500);
  try {
    // Another process may have installed while we waited.
    if (isInstalled(root)) return undefined;
    console.log('Installing packages from the lock; this takes about a minute');
    const code = await npmCi(root);
    return code === 0 ? undefined : 'The packages could not be installed; what npm says is above';
  } finally {
    answer.release();
  }
}

/** @param {string} root @returns {Promise<number | null>} */
function npmCi(root) {
  // Under NODE_ENV=production npm would leave out the tools that build.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    child.once('error', reject);
    child.once('close', resolve);
  });
}
