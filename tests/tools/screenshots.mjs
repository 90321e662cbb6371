// npm run screenshots -- http://localhost:3000: takes the pictures in docs/assets from a running register with the demo.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..', '..');
const [origin = 'http://localhost:3000'] = process.argv.slice(2);
const { register } = await import('tsx/esm/api');
register();
const { startChromium } = await import(pathToFileURL(join(root, 'tests/src/browser/support/chromium.ts')).href);

const size = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };
const pictures = [
  { name: 'home-light', path: '/', scheme: 'light', size: 'wide' },
  { name: 'dyad-light', path: '/dyad/RUS/IRN', scheme: 'light', size: 'wide' },
  { name: 'dyad-dark', path: '/dyad/RUS/IRN', scheme: 'dark', size: 'wide' },
  { name: 'dyad-narrow', path: '/dyad/RUS/IRN', scheme: 'light', size: 'narrow' },
  { name: 'members-light', path: '/organizations', scheme: 'light', size: 'wide' },
];

const folder = join(root, 'docs', 'assets');
mkdirSync(folder, { recursive: true });
const browser = await startChromium();
try {
  for (const { name, path, scheme, size: which } of pictures) {
    const page = await browser.newPage({ viewport: size[which], colorScheme: scheme, reducedMotion: 'reduce' });
    const response = await page.goto(new URL(path, origin).href, { waitUntil: 'load' });
    if (!response?.ok())
      throw new Error(
        `The request for ${path} failed with status ${response?.status() ?? 'unknown'}. Start a register with the demo at ${origin}.`,
      );
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.close();
    console.log(`docs/assets/${name}.png`);
  }
} finally {
  await browser.close();
}
