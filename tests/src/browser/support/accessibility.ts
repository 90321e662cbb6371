import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, ImpactValue } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const reportedImpacts: readonly (ImpactValue | undefined)[] = ['serious', 'critical'];

// A sticky bar covers controls until the reader scrolls. axe would report them as too small.
const unstick = `for (const each of document.querySelectorAll('*'))
  if (getComputedStyle(each).position === 'sticky') {
    each.dataset.unstuck = '';
    each.style.position = 'static';
  }`;
const stickAgain = `for (const each of document.querySelectorAll('[data-unstuck]')) {
  delete each.dataset.unstuck;
  each.style.position = '';
}`;

/**
 * Returns the serious and critical violations of WCAG 2.2 A and AA that axe finds, one line for each rule and element.
 * Animations must have ended: an element that is fading in has a lower contrast. While a modal dialog is open, only the
 * dialog is checked: the page behind it is inactive and dimmed, which WCAG 1.4.3 exempts.
 */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  await page.evaluate(unstick);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document.querySelector('[role=dialog][aria-modal=true]') ?? document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })`,
  );
  await page.evaluate(stickAgain);
  return violations
    .filter(({ impact }) => reportedImpacts.includes(impact))
    .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`));
}
