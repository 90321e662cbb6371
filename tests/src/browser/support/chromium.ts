import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { unpackChromium } from './packed-chromium.ts';

const installedPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Flags that disable the sandbox, so that Chromium can run as root, and everything that would contact other hosts. */
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

/** Starts Chromium: from CHROMIUM_PATH, or else an installed one, or else the one of the npm package. */
export async function startChromium(): Promise<Browser> {
  const { CHROMIUM_PATH } = process.env;
  const localPath = CHROMIUM_PATH ?? installedPaths.find((path) => existsSync(path));
  const { executablePath, args } = localPath ? { executablePath: localPath, args: [] } : await unpackChromium();
  return chromium.launch({ executablePath, args: [...args, ...flags] });
}
