import { concreteTypesOf, type FactTypeName, factTypeNames, fieldsOf, typeOf } from '@chancery/codebook';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runLifecycle } from '../support/all-types.ts';
import { type BrowserSetup, openBrowser, openBrowserTimeout } from '../support/browser.ts';

let browsing: BrowserSetup;
beforeAll(async () => {
  browsing = await openBrowser();
}, openBrowserTimeout);
afterAll(() => browsing.close());

/** Returns `Source`, the types that the first link type of the codebook requires at its ends, and that link type. */
function sample(): FactTypeName[] {
  const link = factTypeNames.find((name) => typeOf(name).category === 'link') ?? 'Membership';
  const ends = Object.values(fieldsOf(link)).flatMap(({ kind, required, target }) =>
    kind === 'link' && required ? concreteTypesOf(target ?? 'Fact').slice(0, 1) : [],
  );
  return [...new Set(['Source' as const, ...ends, link])] as FactTypeName[];
}

// tests/prove/browser runs this for all types, which takes minutes.
test('editors create, cite, edit, submit, review, merge and retire a link and its records', async () => {
  const types = sample();
  expect(await runLifecycle(browsing, types)).toEqual({ created: types, edited: types, retired: types });
}, 300_000);
