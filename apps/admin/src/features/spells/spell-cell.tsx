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

/** Shows a field of a row of a generic screen. For a spell, adds its reading on the day of the page. */
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

/** Returns true for a spell that lasts until a source ends it, if it certainly holds or if its period is not stated. */
function isSelfEvident({ spell }: Field, value: unknown, reading: string): boolean {
  return spell === 'LASTS' && (value === null || reading === 'CERTAIN');
}
