/**
 * The single-key shortcuts of the desk, by what they do. A key means the same on every page, so a page takes its keys from
 * this list.
 */
export const shortcutKeys = {
  approve: 'a',
  requestChanges: 'r',
  comment: 'c',
  nextFact: ']',
  previousFact: '[',
} as const;

/** The name of a single-key shortcut. */
export type ShortcutName = keyof typeof shortcutKeys;

/** The parts of a keyboard event that decide whether it is a shortcut. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing' | 'defaultPrevented'
>;

/** What is on the page when a key is pressed. */
export interface Surroundings {
  /** True if the key is typed into a text field or select, or the focus is in one. */
  readonly isTyping: boolean;
  /** True if a dialog, a menu or a form that was opened for writing is on the page, wherever the focus is. */
  readonly isWritingOrChoosing: boolean;
  /** False if the person has switched single-key shortcuts off. */
  readonly isEnabled: boolean;
}

/**
 * Returns the shortcut that a key press triggers; `undefined` if it is none, or if the key may be meant as text: a
 * shortcut never fires while a text field or dialog is open.
 */
export function shortcutOf(press: KeyPress, surroundings: Surroundings): ShortcutName | undefined {
  const { isTyping, isWritingOrChoosing, isEnabled } = surroundings;
  if (!isEnabled || isTyping || isWritingOrChoosing) return undefined;
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  if (press.repeat || press.isComposing || press.defaultPrevented) return undefined;
  return shortcutNames.find((name) => shortcutKeys[name] === press.key);
}

const shortcutNames = Object.keys(shortcutKeys) as ShortcutName[];
