import { loadDemo } from '@chancery/api/demo';
import type { BrowserContext, Page } from 'playwright-core';
import { type Api, openApi, type SignedIn } from '../../support/api.ts';
import { accessibilityViolations } from './accessibility.ts';
import { buildAdmin } from './admin-build.ts';
import { freePort, startAdmin } from './admin-server.ts';
import { watchBrowserErrors } from './browser-errors.ts';
import { startChromium } from './chromium.ts';

/** Sizes in CSS pixels: a desk, and a telephone held upright. */
export const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const;
export const schemes = ['light', 'dark'] as const;

/** How a page is looked at, and by whom. */
export interface Look {
  /** By default `wide`. */
  readonly size?: keyof typeof sizes;
  /** By default `light`. */
  readonly scheme?: (typeof schemes)[number];
  /** Who is signed in at the desk; by default nobody. */
  readonly as?: SignedIn;
  /** Complaints that the test means to cause, such as that of the console about an answer 404. */
  readonly expected?: readonly RegExp[];
}

/** A page that was opened, with what its visitor asks of it. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The status of the answer that the page came with. */
  readonly status: number;
  /** Grave findings of axe, a line each: `expect(await accessibilityViolations()).toEqual([])`. */
  readonly accessibilityViolations: () => Promise<string[]>;
  /** How many pixels the page is wider than the window: 0 where nobody must scroll sideways. */
  readonly sideways: () => Promise<number>;
}

/** A register, its API, the built admin before it, and a browser. */
export interface Browsing {
  readonly api: Api;
  /** Where browsers see it all. */
  readonly origin: string;
  /**
   * Opens a page in a browser context of its own and hands it to the test. Afterwards the context ends, and the visit
   * fails if the browser complained of anything: see `watchBrowserErrors`.
   * @param path the path with its search, or a whole address.
   */
  readonly visit: <Result>(path: string, look: Look, story: (visit: Visit) => Promise<Result>) => Promise<Result>;
  /** What the admin wrote. */
  readonly adminLog: () => string;
  readonly close: () => Promise<void>;
}

/** How the register is filled before the browser opens: with the demo register, or not at all. */
export interface BrowsingOptions {
  readonly register?: 'demo' | 'empty';
}

/** What `beforeAll` must be given where it opens a browser: the admin may have to be built first. */
export const openingTime = 240_000;

/**
 * Opens everything for a test file, by default with the demo register: real Postgres, API, built admin, Chromium.
 *
 * @example
 * let browsing: Browsing;
 * beforeAll(async () => { browsing = await openBrowser(); }, openingTime);
 * afterAll(() => browsing.close());
 * test('…', () => browsing.visit('/states', { size: 'narrow' }, async ({ page, accessibilityViolations }) => { … }));
 */
export async function openBrowser({ register = 'demo' }: BrowsingOptions = {}): Promise<Browsing> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const [api] = await Promise.all([openApi({}, origin), buildAdmin()]);
  if (register === 'demo') await fill(api);
  const [admin, chromium] = await Promise.all([startAdmin(port, api.url), startChromium()]);
  return {
    ...{ api, origin },
    adminLog: admin.log,
    visit: async (path, look, story) => {
      const context = await chromium.newContext(contextOf(look));
      try {
        const watch = watchBrowserErrors(context, origin, look.expected ?? []);
        if (look.as) await context.addCookies(cookiesOf(look.as, origin));
        context.setDefaultTimeout(10_000);
        const page = await context.newPage();
        const answer = await page.goto(new URL(path, origin).href, { waitUntil: 'load' });
        const result = await story(visitOf(page, context, answer?.status() ?? 0));
        if (watch.faults.length > 0) throw new Error(`The browser complained at ${path}:\n${watch.faults.join('\n')}`);
        return result;
      } finally {
        await context.close();
      }
    },
    close: async () => {
      await chromium.close();
      await admin.close();
      await api.close();
    },
  };
}

function visitOf(page: Page, context: BrowserContext, status: number): Visit {
  return {
    ...{ page, context, status },
    accessibilityViolations: () => accessibilityViolations(page),
    sideways: () =>
      page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  };
}

function contextOf({ size = 'wide', scheme = 'light' }: Look) {
  return {
    ...{ viewport: sizes[size], colorScheme: scheme, locale: 'en-GB', timezoneId: 'UTC' },
    reducedMotion: 'reduce' as const,
    hasTouch: size === 'narrow',
  };
}

function cookiesOf({ cookie }: SignedIn, url: string) {
  return cookie.split('; ').map((each) => {
    const at = each.indexOf('=');
    return { name: each.slice(0, at), value: each.slice(at + 1), url };
  });
}

async function fill(api: Api): Promise<void> {
  const { EDITOR, ADMIN } = api.people;
  await loadDemo(api.desk, { author: EDITOR.id, reviewer: ADMIN.id }, () => undefined);
}
