import { describe, expect, it } from '@jest/globals';
import { type KeyPress, type ShortcutName, type Surroundings, shortcutKeys, shortcutOf } from './shortcut-of.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ...{ ctrlKey: false, metaKey: false, altKey: false, repeat: false, isComposing: false, defaultPrevented: false },
  ...more,
});
const page: Surroundings = { isTyping: false, isWritingOrChoosing: false, isEnabled: true };

describe('shortcutOf', () => {
  it.each(Object.entries(shortcutKeys))('finds %s by its key', (name, key) => {
    expect(shortcutOf(press(key), page)).toBe(name as ShortcutName);
  });

  it('gives each key one meaning', () => {
    const keys = Object.values(shortcutKeys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each<[string, Partial<Surroundings>]>([
    ['a text field has the focus', { isTyping: true }],
    ['a dialog, menu or opened form is on the page', { isWritingOrChoosing: true }],
    ['shortcuts are switched off', { isEnabled: false }],
  ])('finds none while %s', (_why, more) => {
    for (const key of Object.values(shortcutKeys)) expect(shortcutOf(press(key), { ...page, ...more })).toBeUndefined();
  });

  it.each<Partial<KeyPress>>([
    { ctrlKey: true },
    { metaKey: true },
    { altKey: true },
    { repeat: true },
    { isComposing: true },
    { defaultPrevented: true },
  ])('finds none in a key press with %o', (more) => {
    expect(shortcutOf(press('a', more), page)).toBeUndefined();
  });

  it.each(['A', 'Enter', 'b', ' '])('finds none in the key “%s”', (key) => {
    expect(shortcutOf(press(key), page)).toBeUndefined();
  });
});
