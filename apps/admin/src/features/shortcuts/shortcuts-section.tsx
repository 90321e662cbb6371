'use client';

import { Switch } from '@mantine/core';
import { Section } from '../../ui/section.tsx';
import { type ShortcutName, shortcutKeys } from './shortcut-of.ts';
import { setShortcutsOn, useAreShortcutsOn } from './shortcut-preference.ts';
import styles from './shortcuts.module.css';
import { texts } from './texts.ts';

/** The section on the page of the own account that lists the single-key shortcuts and switches them on and off. */
export function ShortcutsSection() {
  const isOn = useAreShortcutsOn();
  return (
    <Section id="shortcuts" title={texts.heading}>
      <div className={styles.section}>
        <Switch
          label={texts.switch}
          description={texts.switchHint}
          checked={isOn}
          onChange={({ currentTarget }) => setShortcutsOn(currentTarget.checked)}
        />
        <dl className={styles.keys}>
          {(Object.keys(shortcutKeys) as ShortcutName[]).map((name) => (
            <div key={name}>
              <dt>
                <kbd className={styles.key}>{shortcutKeys[name]}</kbd>
              </dt>
              <dd>{texts.meanings[name]}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Section>
  );
}
