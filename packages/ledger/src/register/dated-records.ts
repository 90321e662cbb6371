import type { StoredFact } from '@chancery/changesets';
import { type FactTypeName, fieldsOf, type StoredRow, snakeCase, tableOf, typeOf } from '@chancery/codebook';
import { ident, type Queryable } from '../sql.ts';
import { factOfRows } from './fact-rows.ts';

/** A type of record with dates of its own (`datedBy`), and the types of links that name the actors of its records. */
export interface DatedType {
  readonly type: FactTypeName;
  /** In links of the type, the field `of` points at the record and each of `fields` at an actor. */
  readonly actors: readonly { readonly type: FactTypeName; readonly of: string; readonly fields: readonly string[] }[];
}

/** A record with its names that are recorded as facts of their own, its codes and its actors. */
export interface DatedRecord {
  readonly fact: StoredFact;
  readonly names: readonly string[];
  readonly codes: readonly { readonly scheme: string; readonly value: string; readonly validity?: string }[];
  /** The ids of the actors, each once. */
  readonly actors: readonly string[];
  /** The id of the source of the record's import batch; not set if the record was not imported. */
  readonly source?: string;
}

/**
 * Finds the records of a type that may be dated in one of the given periods, and the records without any date. They are
 * ordered by id. A period is given by its first and last day as YYYY-MM-DD; any other text leaves that side open.
 */
export async function datedRecords(
  client: Queryable,
  { type, actors }: DatedType,
  periods: readonly { readonly from: string; readonly to: string }[],
): Promise<DatedRecord[]> {
  const { datedBy = [] } = typeOf(type);
  if (datedBy.length === 0) throw new Error(`${type} has no date by which its records are found`);
  const column = (field: string, part: string) => {
    if (fieldsOf(type)[field]?.kind !== 'uncertainDate') throw new Error(`${type}.${field} is not a date field`);
    return `t.${ident(`${snakeCase(field)}_${part}`)}`;
  };
  const inPeriod = datedBy.map(
    (field) =>
      `(coalesce(${column(field, 'earliest')}, '-infinity') <= w.until AND coalesce(${column(field, 'latest')}, 'infinity') >= w.since AND ${column(field, 'edtf')} IS NOT NULL)`,
  );
  const undated = datedBy.map((field) => `${column(field, 'edtf')} IS NULL`).join(' AND ');
  const { rows } = await client.query<
    Omit<DatedRecord, 'fact' | 'source'> & { fact: StoredRow; own: StoredRow; source: string | null }
  >(
    `SELECT to_jsonb(f) AS fact, to_jsonb(t) AS own, b.source_id AS source,
       coalesce((SELECT array_agg(n.name_text ORDER BY n.id) FROM register.name n WHERE n.of_id = f.id), '{}') AS names,
       coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('scheme', c.scheme, 'value', c.value, 'validity', c.validity_edtf)) ORDER BY c.id)
         FROM register.external_code c WHERE c.of_id = f.id), '[]') AS codes,
       ARRAY(${actors.map(actorsSql).join(' UNION ')}) AS actors
     FROM register.${ident(tableOf(type))} t
       JOIN register.fact f ON f.id = t.id
       LEFT JOIN register.import_batch b ON b.id = f.batch_id
     WHERE (${undated}) OR EXISTS (
       SELECT FROM unnest($1::date[], $2::date[]) AS w (since, until) WHERE ${inPeriod.join(' OR ')})
     ORDER BY f.id`,
    [periods.map(({ from }) => dayOr(from, '-infinity')), periods.map(({ to }) => dayOr(to, 'infinity'))],
  );
  return rows.map(({ fact, own, source, ...rest }) => ({
    ...rest,
    fact: factOfRows(fact, own),
    ...(source === null ? {} : { source }),
  }));
}

/** Returns SQL that selects the actors of record `t` from one type of link. */
function actorsSql({ type, of, fields }: DatedType['actors'][number]): string {
  const id = (field: string) => {
    if (fieldsOf(type)[field]?.kind !== 'link') throw new Error(`${type}.${field} is not a link field`);
    return `l.${ident(`${snakeCase(field)}_id`)}`;
  };
  return fields
    .map((field) => `SELECT DISTINCT ${id(field)} FROM register.${ident(tableOf(type))} l WHERE ${id(of)} = t.id`)
    .join(' UNION ');
}

function dayOr(text: string, fallback: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : fallback;
}
