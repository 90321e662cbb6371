import { type FactTypeName, type Field, factTypeNames, fieldsOf, lapsingSpells } from '@chancery/codebook';
import { jsonColumn, plainColumn } from '../compile/object.ts';
import { onSql } from '../compile/on-argument.ts';
import { readingSql, type SpellColumns, spellColumns } from '../compile/spell-sql.ts';
import { type ComputedContext, type ComputedField, computedField } from './computed-field.ts';

const onArgument =
  '("""The day; by default the day of the enclosing dyad or past revision, else today.""" on: Date): SpellReading!';

/** The computed fields of each type with a spell: `reading` and, if the spell may lapse, `attestedUntil`. */
export const spellReadingFields: readonly ComputedField[] = factTypeNames.flatMap((type) => {
  const spell = Object.entries(fieldsOf(type)).find(([, field]) => field.spell);
  return spell ? fieldsOfSpell(type, ...spell) : [];
});

function fieldsOfSpell(type: FactTypeName, name: string, field: Field): ComputedField[] {
  const columns = ({ handle }: ComputedContext): SpellColumns => {
    const spell = spellColumns(name, field, handle.table(type));
    if (!spell) throw new Error(`${type}.${name} is not a spell`);
    return spell;
  };
  const reading = computedField(
    type,
    'reading',
    'Whether it holds on a day, as far as the register knows.',
    onArgument,
    (compiler, context) => {
      compiler.hasComputedValues = true;
      const { row, scope } = context.handle;
      const at = row.addPlain(readingSql(columns(context), onSql(compiler, scope, context.selected)));
      row.markFewValues(at);
      return plainColumn(at);
    },
  );
  const attested = computedField(
    type,
    'attestedUntil',
    'The last day on which a source shows that it held; null if no source shows it.',
    ': Date',
    (_compiler, context) => jsonColumn(context.handle.row.addPlain(columns(context).attestedUntil)),
  );
  return lapsingSpells(type).length > 0 ? [reading, attested] : [reading];
}
