import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { packedChromium } from './packed-chromium.ts';

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

/** Starts Chromium: the one that CHROMIUM_PATH names, else an installed one, else the one that npm brings. */
export async function startChromium(): Promise<Browser> {
  const { CHROMIUM_PATH } = process.env;
  const own = CHROMIUM_PATH ?? installed.find((path) => existsSync(path));
  const { executablePath, args } = own ? { executablePath: own, args: [] } : await packedChromium();
  return chromium.launch({ executablePath, args: [...args, ...flags] });
}
