import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from './admin-build.ts';

/** The Chromium of the npm package `@sparticuz/chromium` (Linux on x64), with the arguments to start it with. */
export interface PackedChromium {
  readonly executablePath: string;
  readonly args: readonly string[];
}

/**
 * Unpacks the Chromium of the npm package, once for each checkout. The package unpacks to a fixed name in the system's
 * temporary folder and mistakes a file that another process is still writing for a complete one. Therefore this runs it
 * in a process with its own temporary folder, and moves the result into place in one step.
 * @throws Error if the package is not installed
 */
export async function unpackChromium(): Promise<PackedChromium> {
  const { args } = await loadPackage();
  const place = join(repositoryRoot, 'node_modules', '.cache', 'chancery-chromium');
  const executablePath = join(place, 'chromium');
  if (!existsSync(executablePath)) {
    mkdirSync(join(place, '..'), { recursive: true });
    const folder = mkdtempSync(`${place}-`);
    await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath()"],
      { cwd: join(repositoryRoot, 'tests'), env: { ...process.env, TMPDIR: folder, NODE_OPTIONS: '' } },
    );
    moveIntoPlace(folder, place, executablePath);
  }
  return { executablePath, args: args.filter((arg) => !unwantedFlags.has(arg)) };
}

// These flags run everything in one process, which starts faster in serverless functions, but then a crash of one page
// takes down the others.
const unwantedFlags = new Set(['--single-process', '--no-zygote']);

async function loadPackage() {
  try {
    return (await import('@sparticuz/chromium')).default;
  } catch (cause) {
    throw new Error(
      'Browser tests need Chromium, but none is installed and the npm package @sparticuz/chromium (Linux on x64) is ' +
        'missing. Install Chromium, or set CHROMIUM_PATH to its path.',
      { cause },
    );
  }
}

/** Moves a folder into place. If another process was faster, deletes the folder instead. */
function moveIntoPlace(folder: string, place: string, executablePath: string): void {
  try {
    renameSync(folder, place);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (!existsSync(executablePath)) throw error;
  }
}
