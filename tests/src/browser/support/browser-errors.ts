import type { BrowserContext, Page } from 'playwright-core';

/** What went wrong in a page that nobody said would. */
export interface BrowserErrors {
  readonly faults: readonly string[];
}

/**
 * Notes what a browser complains of while it shows pages: errors and warnings on the console (breaches of the
 * Content-Security-Policy are told there), errors that no script caught, and requests to any other origin.
 */
export function watchBrowserErrors(
  context: BrowserContext,
  origin: string,
  expected: readonly RegExp[],
): BrowserErrors {
  const faults: string[] = [];
  const note = (fault: string) => {
    if (!expected.some((each) => each.test(fault))) faults.push(fault);
  };
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isLocal = url.origin === origin || url.protocol === 'data:' || url.protocol === 'blob:';
    if (!isLocal) note(`asked another origin: ${request.url()}`);
  });
  context.on('page', (page) => watchPage(page, note));
  return { faults };
}

function watchPage(page: Page, note: (fault: string) => void): void {
  page.on('pageerror', (error) => note(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    note(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
}
