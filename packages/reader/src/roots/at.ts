import { constant, objectOf } from '../compile/object.ts';
import { ResultRow } from '../compile/row.ts';
import type { Scope } from '../compile/scope.ts';
import { selectionsOf } from '../compile/selection.ts';
import { type RootField, rootField } from './root-field.ts';

/**
 * Defines the root field for past registers. `fields` returns the fields of a past register by name, and is called only
 * when a plan is compiled.
 */
export function atRoot(fields: () => ReadonlyMap<string, RootField>): RootField {
  return rootField(
    'at',
    'The register at a past revision or time. Give exactly one of the two. If there is no such revision, the request is refused with NO_SUCH_REVISION.',
    '("""The number of a revision.""" revision: Int, """A time: the last revision merged by then is read.""" time: DateTime): Register',
    (compiler, { row, scope: { withholds, showsDeskFields }, selected }) => {
      const { values, bind } = compiler.argumentsOf(selected);
      const alias = compiler.alias('a');
      const scope: Scope = {
        name: alias,
        schema: 'history',
        revision: `${alias}.number`,
        withholds,
        showsDeskFields,
        on: `(${alias}.at AT TIME ZONE 'UTC')::date`,
      };
      const inner = new ResultRow();
      const parts = compiler.selectedFields('Register', selectionsOf(selected), selected.path).map(([key, field]) => {
        if (field.name === '__typename') return [key, constant('Register')] as const;
        const resolved = compiler.resolvedField('Register', field, { row: inner, scope }, []);
        if (resolved) return [key, resolved] as const;
        const root = fields().get(field.name);
        if (!root) throw new Error(`Register.${field.name} is in the schema but not in the reader`);
        return [
          key,
          compiler.root(field, () => root.compile(compiler, { row: inner, scope, selected: field })),
        ] as const;
      });
      const number = inner.add(`${alias}.number`);
      const fromItem =
        typeof values.revision === 'number'
          ? `ledger.public_revision ${alias}${inner.joins} WHERE ${alias}.number = ${bind('revision', 'integer')}`
          : `(SELECT r.number, r.at FROM ledger.public_revision r WHERE r.at <= ${bind('time', 'timestamptz')} ORDER BY r.number DESC LIMIT 1) ${alias}${inner.joins}`;
      const place = row.add(`(SELECT ${inner.sql} FROM ${fromItem})`);
      const write = objectOf(parts);
      compiler.recordPastRead({ place, row: inner, number, selected, byTime: typeof values.revision !== 'number' });
      return inner.writeNested(place, write);
    },
    { past: false },
  );
}
