import { columnsOf, type FactTypeName, fieldsOf, nameFields, snakeCase, tableOf, typeOf } from '@chancery/codebook';
import { ident, type Queryable } from '../sql.ts';

/** A record with all its names, its period or date, and its codes. */
export interface NamedRecord {
  readonly id: string;
  readonly type: FactTypeName;
  readonly label: string;
  readonly names: readonly string[];
  /** The period in which the record exists, in EDTF. */
  readonly validity?: string;
  /** The date, in EDTF, of a record whose name recurs: the start of an exercise, or the date of an event. */
  readonly date?: string;
  readonly codes: readonly { readonly scheme: string; readonly value: string; readonly validity?: string }[];
}

/**
 * Reads all records of a type, ordered by id, with the names in their own fields and the names that are recorded as
 * facts of their own. Returns an empty array for types without a name field.
 */
export async function namedRecords(client: Queryable, type: FactTypeName): Promise<NamedRecord[]> {
  const fields = fieldsOf(type);
  const own = nameFields(type).flatMap(([name, field]) => {
    const [text] = columnsOf(name, field);
    return text ? `t.${ident(text.name)}` : [];
  });
  if (own.length === 0) return [];
  const { nameRecurs, datedBy: [dateField] = [] } = typeOf(type);
  const date = nameRecurs && dateField !== undefined ? `t.${ident(`${snakeCase(dateField)}_edtf`)}` : 'NULL';
  const { rows } = await client.query<
    Omit<NamedRecord, 'type' | 'validity' | 'date'> & { validity: string | null; date: string | null }
  >(
    `SELECT f.id, f.label, ${fields.validity ? 't.validity_edtf' : 'NULL'} AS validity, ${date} AS date,
       array_remove(ARRAY[${own.join(', ')}], NULL) || coalesce((SELECT array_agg(n.name_text ORDER BY n.id) FROM register.name n WHERE n.of_id = f.id), '{}') AS names,
       coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('scheme', c.scheme, 'value', c.value, 'validity', c.validity_edtf)) ORDER BY c.id)
         FROM register.external_code c WHERE c.of_id = f.id), '[]') AS codes
     FROM register.${ident(tableOf(type))} t JOIN register.fact f ON f.id = t.id ORDER BY f.id`,
  );
  return rows.map(({ validity, date: dateEdtf, ...row }) => ({
    ...row,
    type,
    ...(validity === null ? {} : { validity }),
    ...(dateEdtf === null ? {} : { date: dateEdtf }),
  }));
}
