import { type FactTypeName, type Field, factTypeNames, fieldsOf, lapsingSpells } from '@chancery/codebook';
import { plain, scalar } from '../compile/object.ts';
import { onSql } from '../compile/on-argument.ts';
import { readingSql, type SpellColumns, spellColumns } from '../compile/spell-sql.ts';
import { type DerivedContext, type DerivedField, derived } from './derived-field.ts';

const onArgument =
  '("""The day; by default that of the enclosing field or of the revision, or today.""" on: Date): SpellReading!';

/** Fields for the reading of a spell on a day, for each type with a spell. */
export const spellReadings: readonly DerivedField[] = factTypeNames.flatMap((type) => {
  const spell = Object.entries(fieldsOf(type)).find(([, field]) => field.spell);
  return spell ? fieldsOfSpell(type, ...spell) : [];
});

function fieldsOfSpell(type: FactTypeName, name: string, field: Field): DerivedField[] {
  const columns = ({ handle }: DerivedContext): SpellColumns => {
    const spell = spellColumns(name, field, handle.table(type));
    if (!spell) throw new Error(`${type}.${name} is not a spell`);
    return spell;
  };
  const reading = derived(
    type,
    'reading',
    'Whether it holds on a day, as far as the register knows.',
    onArgument,
    (compiler, context) => {
      compiler.derives = true;
      const { row, scope } = context.handle;
      const at = row.addPlain(readingSql(columns(context), onSql(compiler, scope, context.selected)));
      row.markFewValues(at);
      return plain(at);
    },
  );
  const attested = derived(
    type,
    'attestedUntil',
    'The last day on which a source shows that it held; null if none does.',
    ': Date',
    (_compiler, context) => scalar(context.handle.row.addPlain(columns(context).attestedUntil)),
  );
  return lapsingSpells(type).length > 0 ? [reading, attested] : [reading];
}
