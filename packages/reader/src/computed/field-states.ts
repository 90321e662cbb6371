import { columnsOf, fieldsOf, isFactField, typeNames } from '@chancery/codebook';
import { isObjectType } from 'graphql';
import type { Compiler } from '../compile/compiler.ts';
import { writeItems } from '../compile/null-propagation.ts';
import { constant } from '../compile/object.ts';
import { ResultRow } from '../compile/row.ts';
import type { Emit } from '../compile/run.ts';
import { asOfSql, tableSql, visibleIdSql } from '../compile/scope.ts';
import type { SelectedField } from '../compile/selection.ts';
import type { ComputedContext } from './computed-field.ts';
import { supportOf, supportSql } from './support.ts';

// A page inside each field is priced for the maximum number of fields, as the type may be known only from the row.
const maxFields = { times: Math.max(...typeNames.map((type) => Object.keys(fieldsOf(type)).length)) };

/** Writes the state and evidence of each field of a fact. Fields that are not in the endpoint's schema are left out. */
export function fieldStates(compiler: Compiler, { type, handle, selected, sizes }: ComputedContext): Emit {
  const objectType = compiler.schema.getType(type);
  const names = Object.keys(fieldsOf(type)).filter(
    (name) => isObjectType(objectType) && name in objectType.getFields(),
  );
  const absences = handle.row.add(`${handle.table('fact')}.absences`);
  const context = { type, handle, selected, sizes: [...sizes, maxFields] };
  const writers = names.map((name) => fieldState(compiler, context, name, absences));
  return (row, run) => writeItems(writers, selected.path.length, run, (write) => write(row, run));
}

function fieldState(compiler: Compiler, context: ComputedContext, field: string, absences: number): Emit {
  const { type, handle, selected } = context;
  const { row } = handle;
  const definition = fieldsOf(type)[field];
  const table = isFactField(field) ? 'fact' : type;
  const [column] = definition ? columnsOf(field, definition) : [];
  const addFilledColumn = () => {
    const value = `${handle.table(table)}."${column?.name}"`;
    return row.add(`${definition?.kind === 'link' ? visibleIdSql(handle.scope, value) : value} IS NOT NULL`);
  };
  return compiler.object('FieldState', selected, (inner) => {
    switch (inner.name) {
      case 'name':
        return constant(field);
      case 'label':
        return constant(definition?.label ?? field);
      case 'state': {
        const filled = addFilledColumn();
        return (values) =>
          JSON.stringify(
            values[filled] ? 'VALUE' : ((values[absences] as Record<string, string>)[field] ?? 'NOT_RECORDED'),
          );
      }
      case 'grade': {
        // An empty field has no grade, even if citations support the fact as a whole.
        const filled = addFilledColumn();
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
 * Writes pages of the citations or claims of single fields of a fact. One column has the pages of all fields of all
 * concrete types, and an empty page under the key '' for all other fields. One column per field would multiply with
 * each level of nested facts.
 */
function pagesOfFields(
  compiler: Compiler,
  { handle: { id, row, scope }, sizes }: ComputedContext,
  selected: SelectedField,
  type: 'Citation' | 'Claim',
  link: string,
): (field: string) => Emit {
  return compiler.once(`${scope.name} ${id} fields ${sizes.join()}`, row, selected, () => {
    const page = new ResultRow();
    const fieldAlias = compiler.alias('n');
    const conditions = (alias: string) => [`${alias}.${link} = ${id}`, `${alias}.field = ${fieldAlias}.field`];
    const write = compiler.connection(type, conditions, selected, { row: page, scope }, sizes);
    const place = row.add(
      `(SELECT json_object_agg(${fieldAlias}.field, ${page.sql}) FROM (SELECT DISTINCT x.field FROM ${tableSql(scope, type)} x WHERE x.${link} = ${id} AND x.field IS NOT NULL${asOfSql(scope, 'x')} UNION ALL SELECT '') ${fieldAlias})`,
    );
    return (field) => (values, run) => {
      const pages = values[place] as Readonly<Record<string, readonly unknown[]>>;
      const pageRow = pages[Object.hasOwn(pages, field) ? field : ''] ?? [];
      return write(page.unpack([pageRow])[0] ?? [], run);
    };
  });
}
