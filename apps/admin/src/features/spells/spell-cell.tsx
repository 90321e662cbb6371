import type { FactTypeName, Field } from '@chancery/codebook';
import type { View } from '../../addresses/view.ts';
import { FieldDisplay } from '../../fields/displays.tsx';
import { type FactOutputFields, outputOf } from '../../fields/outputs.ts';
import type { Attestation } from './attested-by.ts';
import { Reading } from './reading.tsx';
import { spellOfRow } from './row-spell.ts';

interface SpellCellProps {
  readonly type: FactTypeName;
  readonly name: string;
  readonly field: Field;
  readonly row: FactOutputFields;
  readonly on: string;
  readonly view: View;
  readonly evidence?: Attestation | undefined;
}

/**
 * The value of a field in a row of a generic screen. A spell is followed by its reading, unless that is self-evident.
 */
export function SpellCell({ type, name, field, row, on, view, evidence }: SpellCellProps) {
  const rowSpell = spellOfRow(type, name, field, row);
  const value = outputOf(row, name);
  if (!rowSpell || isSelfEvident(field, value, rowSpell.spell.reading))
    return <FieldDisplay field={field} value={value} view={view} />;
  return (
    <>
      {value === null ? null : <FieldDisplay field={field} value={value} view={view} />}
      <Reading {...rowSpell} on={on} evidence={evidence} />
    </>
  );
}

/**
 * Returns true if the reading of a spell needs no words: it is a spell that lasts until a source states its end, and it
 * certainly holds or its period is not stated.
 */
function isSelfEvident({ spell }: Field, value: unknown, reading: string): boolean {
  return spell === 'LASTS' && (value === null || reading === 'CERTAIN');
}
