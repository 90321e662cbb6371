import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Without a sandbox it runs as root too; all that would ask another host is off. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser that runs, and how to end it. */
export interface StartedChromium {
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/**
 * Starts Chromium: the one that CHROMIUM_PATH names, else an installed one, else the one of the npm package
 * `@sparticuz/chromium` (Linux on x64), which is unpacked into a folder of its own.
 */
export async function startChromium(): Promise<StartedChromium> {
  const { CHROMIUM_PATH } = process.env;
  const executablePath = CHROMIUM_PATH ?? installed.find((path) => existsSync(path));
  if (executablePath) return started(executablePath, flags, () => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'chancery-chromium-'));
  process.env.TMPDIR = folder;
  const packed = await packedChromium();
  return started(await packed.executablePath(), [...packed.args, ...flags], () => rmSync(folder, { recursive: true }));
}

async function packedChromium() {
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

async function started(executablePath: string, args: string[], remove: () => void): Promise<StartedChromium> {
  const browser = await chromium.launch({ executablePath, args });
  return {
    browser,
    close: async () => {
      await browser.close();
      remove();
    },
  };
}
