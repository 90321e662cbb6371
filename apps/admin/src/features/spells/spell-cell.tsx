import type { FactTypeName, Field } from '@chancery/codebook';
import type { View } from '../../addresses/view.ts';
import { FieldDisplay } from '../../fields/displays.tsx';
import { type OutputRow, outputOf } from '../../fields/outputs.ts';
import { Reading } from './reading.tsx';
import { spellOfRow } from './row-spell.ts';
import type { Seen } from './seen-by.ts';

interface SpellCellProps {
  readonly type: FactTypeName;
  readonly name: string;
  readonly field: Field;
  readonly row: OutputRow;
  readonly on: string;
  readonly view: View;
  readonly seen?: Seen | undefined;
}

/** A field of a row of a generic screen; of a period also how it reads on the day of the page. */
export function SpellCell({ type, name, field, row, on, view, seen }: SpellCellProps) {
  const found = spellOfRow(type, name, field, row);
  const value = outputOf(row, name);
  if (!found || isPlain(field, value, found.spell.reading))
    return <FieldDisplay field={field} value={value} view={view} />;
  return (
    <>
      {value === null ? null : <FieldDisplay field={field} value={value} view={view} />}
      <Reading {...found} on={on} seen={seen} />
    </>
  );
}

/** What lasts until a source ends it needs no word where it does, or where nobody says since when. */
function isPlain({ spell }: Field, value: unknown, reading: string): boolean {
  return spell === 'LASTS' && (value === null || reading === 'CERTAIN');
}
