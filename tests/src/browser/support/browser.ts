import { loadDemo } from '@chancery/api/demo';
import { reservedPort } from '@chancery/prisma/testing';
import type { BrowserContext, Page } from 'playwright-core';
import { type Api, openApi, type SignedInUser } from '../../support/api.ts';
import { accessibilityViolations } from './accessibility.ts';
import { buildAdmin } from './admin-build.ts';
import { startAdmin } from './admin-server.ts';
import { watchBrowserErrors } from './browser-errors.ts';
import { startChromium } from './chromium.ts';

/** The window sizes in CSS pixels: a desktop, and a phone in portrait orientation. */
export const windowSizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const;
/** The color schemes of the pages. */
export const colorSchemes = ['light', 'dark'] as const;

/** Options of a visit: window, color scheme, user and expected errors. */
export interface VisitOptions {
  /** By default `wide`. */
  readonly size?: keyof typeof windowSizes;
  /** By default `light`. */
  readonly scheme?: (typeof colorSchemes)[number];
  /** The user who is signed in at the desk; by default none. */
  readonly as?: SignedInUser;
  /** Patterns of browser errors that the test causes on purpose, such as the console error for a 404 response. */
  readonly expected?: readonly RegExp[];
}

/** An open page, with helpers for assertions. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The HTTP status of the response; 0 if there was none. */
  readonly status: number;
  /** Returns the serious and critical violations of WCAG that axe finds on the page as it is now, one text for each. */
  readonly accessibilityViolations: () => Promise<string[]>;
  /** Returns by how many pixels the page is wider than the window: 0 if there is no horizontal scrolling. */
  readonly horizontalOverflow: () => Promise<number>;
}

/** A register with its API, the built admin in front of it, and a browser. */
export interface BrowserSetup {
  readonly api: Api;
  /** The origin of the admin. */
  readonly origin: string;
  /**
   * Opens a page in a new browser context, passes it to `story`, closes the context, and returns what `story` returned.
   * @param path the path with its search parameters, or a full URL
   * @throws Error if the browser reported errors that are not expected (see `watchBrowserErrors`)
   */
  readonly visit: <Result>(
    path: string,
    options: VisitOptions,
    story: (visit: Visit) => Promise<Result>,
  ) => Promise<Result>;
  /** Returns the output of the admin server. */
  readonly adminLog: () => string;
  readonly close: () => Promise<void>;
}

/** Options of `openBrowser`, all with a default. */
export interface OpenBrowserOptions {
  /** The initial content of the register; by default the demo register. */
  readonly register?: 'demo' | 'empty';
}

/** The timeout for a `beforeAll` that calls `openBrowser`, which may have to build the admin first. */
export const openBrowserTimeout = 240_000;

/**
 * Creates a database, by default with the demo register, and starts the API, the built admin and Chromium on it.
 *
 * @example
 * let browsing: BrowserSetup;
 * beforeAll(async () => { browsing = await openBrowser(); }, openBrowserTimeout);
 * afterAll(() => browsing.close());
 * test('…', () => browsing.visit('/states', { size: 'narrow' }, async ({ page, accessibilityViolations }) => { … }));
 */
export async function openBrowser({ register = 'demo' }: OpenBrowserOptions = {}): Promise<BrowserSetup> {
  const port = await reservedPort();
  const origin = `http://localhost:${port}`;
  const [api] = await Promise.all([openApi({}, { adminOrigin: origin }), buildAdmin()]);
  if (register === 'demo') await loadDemoRegister(api);
  const [admin, chromium] = await Promise.all([startAdmin(port, api.url), startChromium()]);
  return {
    ...{ api, origin },
    adminLog: admin.log,
    visit: async (path, options, story) => {
      const context = await chromium.newContext(contextOf(options));
      try {
        const watch = watchBrowserErrors(context, origin, options.expected ?? []);
        if (options.as) await context.addCookies(cookiesOf(options.as, origin));
        context.setDefaultTimeout(10_000);
        const page = await context.newPage();
        const answer = await page.goto(new URL(path, origin).href, { waitUntil: 'load' });
        const result = await story(visitOf(page, context, answer?.status() ?? 0));
        if (watch.errors.length > 0)
          throw new Error(`The browser reported errors at ${path}:\n${watch.errors.join('\n')}`);
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
    horizontalOverflow: () =>
      page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  };
}

function contextOf({ size = 'wide', scheme = 'light' }: VisitOptions) {
  return {
    ...{ viewport: windowSizes[size], colorScheme: scheme, locale: 'en-GB', timezoneId: 'UTC' },
    reducedMotion: 'reduce' as const,
    hasTouch: size === 'narrow',
  };
}

function cookiesOf({ cookie }: SignedInUser, url: string) {
  return cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
}

async function loadDemoRegister(api: Api): Promise<void> {
  const { EDITOR, ADMIN } = api.people;
  await loadDemo(api.desk, { author: EDITOR.id, reviewer: ADMIN.id }, () => undefined);
}
