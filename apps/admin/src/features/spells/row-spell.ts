import type { FactTypeName, Field } from '@chancery/codebook';
import { type FactOutputFields, type KindOutputs, outputOf } from '../../fields/outputs.ts';
import type { SpellOutput } from './spell.ts';
import { type SpellWords, spellWordsOf } from './spell-words.ts';

/**
 * Returns the spell that a row of a generic screen has in a field, with the words for it; undefined if the field is not
 * a spell or the row has no reading.
 */
export function spellOfRow(
  type: FactTypeName,
  name: string,
  field: Field,
  row: FactOutputFields,
): { readonly spell: SpellOutput; readonly spellWords: SpellWords } | undefined {
  if (!field.spell || typeof row.reading !== 'string') return undefined;
  // The generated documents select the reading and `attestedUntil` beside the period, with these types.
  const lapses = field.spell === 'LAPSES';
  return {
    spell: {
      validity: dateOf(row, name),
      asOf: dateOf(row, 'asOf'),
      reading: row.reading as SpellOutput['reading'],
      attestedUntil: lapses ? (typeof row.attestedUntil === 'string' ? row.attestedUntil : null) : undefined,
    },
    spellWords: spellWordsOf(type, typeof row.status === 'string' ? row.status : undefined),
  };
}

function dateOf(row: FactOutputFields, name: string): KindOutputs['uncertainDate'] | null {
  return outputOf(row, name) as KindOutputs['uncertainDate'] | null;
}
