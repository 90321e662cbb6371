'use client';

import { useState } from 'react';
import type { ControlProps, FieldInput } from './control.ts';
import styles from './fields.module.css';
import { readNumber } from './read-number.ts';
import { TextInputControl } from './text-input-control.tsx';
import { texts } from './texts.ts';

/** Inputs for latitude and longitude, in degrees. Both are required unless both are empty. */
export function PointControl({ id, value, enter, field: _field, ...rest }: ControlProps<'point'>) {
  const [parts, setParts] = useState<{ latitude?: number | null; longitude?: number | null }>({});
  const part = (name: 'latitude' | 'longitude') => (parts[name] === undefined ? (value?.[name] ?? null) : parts[name]);
  const enterPart = (name: 'latitude' | 'longitude') => (entered: FieldInput, when: 'soon' | 'now') => {
    if ('problem' in entered) return enter(entered, when);
    const next = { latitude: part('latitude'), longitude: part('longitude'), [name]: entered.value as number | null };
    setParts(next);
    const { latitude, longitude } = next;
    if (latitude === null && longitude === null) enter({ value: null }, when);
    else if (latitude === null || longitude === null) enter({ problem: texts.point.incomplete }, when);
    else enter({ value: { latitude, longitude } }, when);
  };
  const input = (name: 'latitude' | 'longitude', label: string, inputId: string) => (
    <TextInputControl
      {...rest}
      id={inputId}
      label={label}
      placeholder={label}
      inputMode="decimal"
      text={String(part(name) ?? '')}
      read={(text) => readNumber(text, texts.point.notDegrees)}
      enter={enterPart(name)}
    />
  );
  return (
    <div className={styles.pair} data-even="">
      {input('latitude', texts.point.north, id)}
      {input('longitude', texts.point.east, `${id}-longitude`)}
    </div>
  );
}
