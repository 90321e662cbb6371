import type { Locator, Page } from 'playwright-core';

/** Moves the focus to an element with the Tab key, as often as it takes. Throws if a full round does not reach it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 400; presses++) {
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key never reached ${target}`);
}

/** Moves the focus to a control with the Tab key and presses a key on it, by default Enter. */
export async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Moves the focus to a text field or a closed select with the Tab key, and types. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** Moves the focus to a picker with the Tab key, types, and takes the first option that contains the text. */
export async function pickWithKeys(page: Page, picker: Locator, text: string): Promise<void> {
  await typeInto(page, picker, text);
  const options = page.locator('[role=listbox]:visible [role=option]');
  await options
    .filter({ hasText: text })
    .filter({ hasNotText: /^Create / })
    .first()
    .waitFor();
  for (let presses = 0; presses < 20; presses++) {
    const active = page.locator('[role=listbox]:visible [role=option][data-combobox-selected]');
    const label = (await active.count()) > 0 ? await active.first().innerText() : '';
    if (label.includes(text) && !label.startsWith('Create ')) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}
