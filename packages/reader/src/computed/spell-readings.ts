import { type FactTypeName, type Field, factTypeNames, fieldsOf, lapsingSpells } from '@chancery/codebook';
import { onSql } from '../compile/day-asked.ts';
import { plain, scalar } from '../compile/object.ts';
import { readingSql, type SpellColumns, spellColumns } from '../compile/spell-sql.ts';
import { type DerivedContext, type DerivedField, derived } from './derived-field.ts';

const onArgument =
  '("""On which day; by default that of the field around it, of the revision, or today.""" on: Date): SpellReading!';

/** How facts that hold for a period read on a day, also where no period is stated. */
export const spellReadings: readonly DerivedField[] = factTypeNames.flatMap((type) => {
  const spell = Object.entries(fieldsOf(type)).find(([, field]) => field.spell);
  return spell ? fieldsOfSpell(type, ...spell) : [];
});

function fieldsOfSpell(type: FactTypeName, name: string, field: Field): DerivedField[] {
  const columns = ({ handle }: DerivedContext): SpellColumns => {
    const found = spellColumns(name, field, handle.table(type));
    if (!found) throw new Error(`${type}.${name} is no period`);
    return found;
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
      row.hasFew(at);
      return plain(at);
    },
  );
  const attested = derived(
    type,
    'attestedUntil',
    'The last day on which a source saw it to hold; empty where none did.',
    ': Date',
    (_compiler, context) => scalar(context.handle.row.addPlain(columns(context).attestedUntil)),
  );
  return lapsingSpells(type).length > 0 ? [reading, attested] : [reading];
}
