'use client';

import { useEffect, useEffectEvent } from 'react';
import { type ShortcutName, shortcutOf } from './shortcut-of.ts';
import { areShortcutsOn } from './shortcut-preference.ts';

/** Calls the handler of a single-key shortcut when its key is pressed. See `shortcutOf` for when it is not called. */
export function useShortcuts(handlers: Readonly<Partial<Record<ShortcutName, () => void>>>): void {
  const listen = useEffectEvent((event: KeyboardEvent) => {
    const name = shortcutOf(event, {
      isTyping: isTextInput(event.target) || isTextInput(document.activeElement),
      isWritingOrChoosing: isVisible(writingOrChoosing),
      isEnabled: areShortcutsOn(),
    });
    const handler = name && handlers[name];
    if (!handler) return;
    event.preventDefault();
    handler();
  });
  useEffect(() => {
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** Dialogs, menus, and the forms that a button opens for writing, which have the attribute `data-writing`. */
const writingOrChoosing = '[role="dialog"], [role="alertdialog"], dialog[open], [role="menu"], [data-writing]';

function isVisible(selector: string): boolean {
  return [...document.querySelectorAll(selector)].some((element) => element.getClientRects().length > 0);
}

function isTextInput(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}
