import type { BrowserContext, Page } from 'playwright-core';

/** The errors that `watchBrowserErrors` collects. */
export interface BrowserErrors {
  /** The unexpected errors so far. */
  readonly errors: readonly string[];
}

/**
 * Collects the errors of all pages that a browser context opens from now on: console errors and warnings (including
 * violations of the Content-Security-Policy), uncaught exceptions, and requests to other origins.
 * @param expected patterns of errors to ignore
 */
export function watchBrowserErrors(
  context: BrowserContext,
  origin: string,
  expected: readonly RegExp[],
): BrowserErrors {
  const errors: string[] = [];
  const report = (error: string) => {
    if (!expected.some((pattern) => pattern.test(error))) errors.push(error);
  };
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isLocal = url.origin === origin || url.protocol === 'data:' || url.protocol === 'blob:';
    if (!isLocal) report(`request to another origin: ${request.url()}`);
  });
  context.on('page', (page) => watchPage(page, report));
  return { errors };
}

// Chromium logs this for a page that was slow to load, which depends on the machine.
const slowPreload = /was preloaded using link preload but not used within a few seconds/;

function watchPage(page: Page, report: (error: string) => void): void {
  page.on('pageerror', (error) => report(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (slowPreload.test(message.text())) return;
    report(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
}
