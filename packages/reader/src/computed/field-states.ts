import { columnsOf, fieldsOf, isFactField, typeNames } from '@chancery/codebook';
import { isObjectType } from 'graphql';
import type { Compiler } from '../compile/compiler.ts';
import { items } from '../compile/null-field.ts';
import { constant } from '../compile/object.ts';
import { Row } from '../compile/row.ts';
import type { Emit } from '../compile/run.ts';
import { idIn, stood, tableIn } from '../compile/scope.ts';
import type { SelectedField } from '../compile/selection.ts';
import type { DerivedContext } from './derived-field.ts';
import { supportOf, supportSql } from './support.ts';

// A page that is asked of each field costs for as many as any type has: which type it is may be known only by the row.
const mostFields = { times: Math.max(...typeNames.map((type) => Object.keys(fieldsOf(type)).length)) };

/** Each field of a fact with its state and evidence. Fields that the door does not show are left out. */
export function fieldStates(compiler: Compiler, { type, handle, selected, sizes }: DerivedContext): Emit {
  const shown = compiler.schema.getType(type);
  const names = Object.keys(fieldsOf(type)).filter((name) => isObjectType(shown) && name in shown.getFields());
  const absences = handle.row.add(`${handle.table('fact')}.absences`);
  const context = { type, handle, selected, sizes: [...sizes, mostFields] };
  const writers = names.map((name) => fieldState(compiler, context, name, absences));
  return (row, run) => items(writers, selected.path.length, run, (write) => write(row, run));
}

function fieldState(compiler: Compiler, context: DerivedContext, field: string, absences: number): Emit {
  const { type, handle, selected } = context;
  const { row } = handle;
  const definition = fieldsOf(type)[field];
  const table = isFactField(field) ? 'fact' : type;
  const [column] = definition ? columnsOf(field, definition) : [];
  const isFilled = () => {
    const filled = `${handle.table(table)}."${column?.name}"`;
    return row.add(`${definition?.kind === 'link' ? idIn(handle.scope, filled) : filled} IS NOT NULL`);
  };
  return compiler.object('FieldState', selected, (inner) => {
    switch (inner.name) {
      case 'name':
        return constant(field);
      case 'label':
        return constant(definition?.label ?? field);
      case 'state': {
        const filled = isFilled();
        return (values) =>
          JSON.stringify(
            values[filled] ? 'VALUE' : ((values[absences] as Record<string, string>)[field] ?? 'NOT_RECORDED'),
          );
      }
      case 'grade': {
        // A field that is not filled has none, whatever is cited for the fact.
        const filled = isFilled();
        const support = row.add(supportSql(handle));
        return (values) => JSON.stringify(values[filled] ? (supportOf(values[support], field)[0]?.[1] ?? null) : null);
      }
      case 'corroboration': {
        const support = row.add(supportSql(handle));
        return (values) => String(new Set(supportOf(values[support], field).map(([, , group]) => group)).size);
      }
      case 'citations':
        return pagesOfFields(compiler, context, inner, 'Citation', 'fact_id')(field);
      case 'claims':
        return pagesOfFields(compiler, context, inner, 'Claim', 'subject_id')(field);
      default:
        throw new Error(`FieldState has no field ${inner.name}`);
    }
  });
}

/**
 * Writes pages of what is said of single fields of a fact. One column holds those of all fields, whichever type the fact
 * may have, with an empty page for the fields of which nothing is said: a column for each would multiply with every
 * fact within a fact that is asked for.
 */
function pagesOfFields(
  compiler: Compiler,
  { handle: { id, row, scope }, sizes }: DerivedContext,
  selected: SelectedField,
  of: 'Citation' | 'Claim',
  link: string,
): (field: string) => Emit {
  return compiler.once(`${scope.name} ${id} fields ${sizes.join()}`, row, selected, () => {
    const page = new Row();
    const each = compiler.alias('n');
    const conditions = (alias: string) => [`${alias}.${link} = ${id}`, `${alias}.field = ${each}.field`];
    const write = compiler.connection(of, conditions, selected, { row: page, scope }, sizes);
    const place = row.add(
      `(SELECT json_object_agg(${each}.field, ${page.sql}) FROM (SELECT DISTINCT x.field FROM ${tableIn(scope, of)} x WHERE x.${link} = ${id} AND x.field IS NOT NULL${stood(scope, 'x')} UNION ALL SELECT '') ${each})`,
    );
    return (field) => (values, run) => {
      const pages = values[place] as Readonly<Record<string, readonly unknown[]>>;
      const found = pages[Object.hasOwn(pages, field) ? field : ''] ?? [];
      return write(page.unpack([found])[0] ?? [], run);
    };
  });
}
