import { columnsOf, type FactTypeName, fieldsOf, tableOf } from '@chancery/codebook';
import { ident, type Queryable } from '../sql.ts';

/** A record with all its names, its period and its codes. */
export interface NamedRecord {
  readonly id: string;
  readonly type: FactTypeName;
  readonly label: string;
  readonly names: readonly string[];
  /** EDTF. */
  readonly validity?: string;
  /** The start of an exercise or the date of an event (EDTF). */
  readonly date?: string;
  readonly codes: readonly { readonly scheme: string; readonly value: string; readonly validity?: string }[];
}

/** The record fields that hold a name. */
const nameFields = ['name', 'officialName', 'abbreviation', 'title', 'titleShort', 'titleOriginal'];

/**
 * Reads all records of a type with their names, both from its own fields and from separate Name facts. Returns an empty
 * array for types without a name field.
 */
export async function namedRecords(client: Queryable, type: FactTypeName): Promise<NamedRecord[]> {
  const fields = fieldsOf(type);
  const own = nameFields.flatMap((name) => {
    const field = fields[name];
    return field?.kind === 'text' ? columnsOf(name, field).map((column) => `t.${ident(column.name)}`) : [];
  });
  if (own.length === 0) return [];
  const date = type === 'Exercise' ? 't.start_edtf' : type === 'Event' ? 't.date_edtf' : 'NULL';
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
