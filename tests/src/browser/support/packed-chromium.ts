import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './admin-build.ts';

/** The Chromium of the npm package `@sparticuz/chromium` (Linux on x64), and what it wants to be told. */
export interface PackedChromium {
  readonly executablePath: string;
  readonly args: readonly string[];
}

/**
 * Unpacks the Chromium that npm brings, once for a checkout. The package unpacks into the system's folder for temporary
 * files, under a name of all, and takes a file that another process is still writing for whole: so it is run in a process
 * whose temporary files are nobody else's, and what came of it is put in its place in one step.
 * @throws Error where the package is not installed
 */
export async function packedChromium(): Promise<PackedChromium> {
  const { args } = await brought();
  const place = join(root, 'node_modules', '.cache', 'chancery-chromium');
  const executablePath = join(place, 'chromium');
  if (!existsSync(executablePath)) {
    mkdirSync(join(place, '..'), { recursive: true });
    const folder = mkdtempSync(`${place}-`);
    await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath()"],
      { cwd: join(root, 'tests'), env: { ...process.env, TMPDIR: folder, NODE_OPTIONS: '' } },
    );
    settle(folder, place, executablePath);
  }
  return { executablePath, args: args.filter((arg) => !fragile.has(arg)) };
}

// All in one process it is quick to start where functions are billed, and one page that stumbles takes the rest with it.
const fragile = new Set(['--single-process', '--no-zygote']);

async function brought() {
  try {
    return (await import('@sparticuz/chromium')).default;
  } catch (cause) {
    throw new Error(
      'Browser tests need Chromium. None is installed, and the npm package @sparticuz/chromium, which brings one for ' +
        'Linux on x64, is missing here. Install Chromium, or name it in CHROMIUM_PATH.',
      { cause },
    );
  }
}

/** Puts a folder in its place, unless another process was first. */
function settle(folder: string, place: string, executablePath: string): void {
  try {
    renameSync(folder, place);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (!existsSync(executablePath)) throw error;
  }
}
