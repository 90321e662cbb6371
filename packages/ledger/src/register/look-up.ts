import {
  codeKey,
  type FactState,
  type Needs,
  type RuleContext,
  type StoredCitation,
  type StoredCode,
  type StoredFact,
  type StoredInboundLink,
  type StoredTombstone,
} from '@chancery/changesets';
import {
  type FactTypeName,
  factTypeNames,
  linkFields,
  type StoredRow,
  snakeCase,
  tableOf,
  type UncertainDateValue,
} from '@chancery/codebook';
import { groupBy } from '../group-by.ts';
import { ident, literal, type Queryable } from '../sql.ts';
import { citationValues, factOfRows, factRowSql } from './fact-rows.ts';

/** Looks up in the register what rules need, with at most one statement for each kind of need. */
export async function lookUp(client: Queryable, needs: Needs): Promise<RuleContext> {
  return {
    facts: await lookUpFacts(client, needs.facts),
    tombstones: await lookUpTombstones(client, needs.tombstones),
    citations: await lookUpCitations(client, needs.citations),
    codes: await lookUpCodes(client, needs.codes),
    inbound: await lookUpInboundLinks(client, needs.inbound),
    rivals: await lookUpRivals(client, needs.rivals),
  };
}

/**
 * Looks up facts with their values, by id. Leaves out ids that the register does not have, such as those of retired
 * facts.
 */
export async function lookUpFacts(client: Queryable, ids: ReadonlySet<string>): Promise<Map<string, StoredFact>> {
  if (ids.size === 0) return new Map();
  const { rows } = await client.query<{ fact: StoredRow; own: StoredRow }>(
    `SELECT to_jsonb(f) AS fact, ${factRowSql('f')} AS own FROM register.fact f WHERE f.id = ANY ($1)`,
    [[...ids]],
  );
  return new Map(rows.map(({ fact, own }) => [fact.id as string, factOfRows(fact, own)]));
}

/** Looks up the tombstones of retired facts, by fact id. Leaves out facts that are not retired. */
export async function lookUpTombstones(
  client: Queryable,
  ids: ReadonlySet<string>,
): Promise<Map<string, StoredTombstone>> {
  if (ids.size === 0) return new Map();
  const { rows } = await client.query<{ id: string; reason: string; redirectTo: string | null; was: FactState | null }>(
    `SELECT t.id, t.reason, t.redirect_to AS "redirectTo", (
       SELECT o.payload -> 'was' FROM ledger.operation o
       WHERE o.fact_id = t.id AND o.kind = 'retire' ORDER BY o.revision DESC LIMIT 1) AS was
     FROM register.tombstone t WHERE t.id = ANY ($1)`,
    [[...ids]],
  );
  return new Map(
    rows.map(({ id, reason, redirectTo, was }) => [
      id,
      { reason, ...(redirectTo ? { redirectTo } : {}), ...(was ? { was } : {}) },
    ]),
  );
}

async function lookUpCitations(client: Queryable, ids: ReadonlySet<string>): Promise<Map<string, StoredCitation[]>> {
  if (ids.size === 0) return new Map();
  const { rows } = await client.query<{ citation: StoredRow; group: string }>(
    `SELECT to_jsonb(c) AS citation, s.independence_group AS "group"
     FROM register.citation c JOIN register.source s ON s.id = c.source_id
     WHERE c.fact_id = ANY ($1) ORDER BY c.id`,
    [[...ids]],
  );
  return groupBy(
    rows,
    ({ citation }) => citation.fact_id as string,
    ({ citation, group }) => ({ id: citation.id as string, values: citationValues(citation), group }),
  );
}

/** Looks up codes with the facts that they identify, by `codeKey`. Leaves out codes that no fact has. */
export async function lookUpCodes(client: Queryable, keys: ReadonlySet<string>): Promise<Map<string, StoredCode[]>> {
  if (keys.size === 0) return new Map();
  const pairs = [...keys].map((key) => [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)]);
  const { rows } = await client.query<{
    id: string;
    of: string;
    label: string;
    scheme: string;
    value: string;
    validity: string | null;
  }>(
    `SELECT x.id, x.of_id AS of, f.label, x.scheme, x.value, x.validity_edtf AS validity
     FROM unnest($1::text[], $2::text[]) AS k (scheme, value)
       JOIN register.external_code x ON x.value = k.value AND x.scheme = k.scheme
       JOIN register.fact f ON f.id = x.of_id`,
    [pairs.map(([scheme]) => scheme), pairs.map(([, value]) => value)],
  );
  return groupBy(
    rows,
    ({ scheme, value }) => codeKey(scheme, value),
    ({ id, of, label, scheme, value, validity }) => ({
      id,
      of,
      ofLabel: label,
      scheme,
      value,
      ...(validity ? { validity: { edtf: validity } satisfies UncertainDateValue } : {}),
    }),
  );
}

const inboundSql = [
  ...factTypeNames.flatMap((type) =>
    linkFields(type).map(
      ([
        name,
      ]) => `SELECT t.${ident(`${snakeCase(name)}_id`)} AS target, t.id, ${literal(type)} AS type, ${literal(name)} AS field, NULL AS citation
       FROM register.${ident(tableOf(type))} t WHERE t.${ident(`${snakeCase(name)}_id`)} = ANY ($1)`,
    ),
  ),
  // A citation points at its source and the actor it is attributed to. It is reported under the fact that it is about.
  ...linkFields('Citation')
    .filter(([name]) => name !== 'fact')
    .map(
      ([name]) =>
        `SELECT c.${ident(`${snakeCase(name)}_id`)}, c.fact_id, split_part(c.fact_id, '_', 1), ${literal(name)}, c.id FROM register.citation c WHERE c.${ident(`${snakeCase(name)}_id`)} = ANY ($1)`,
    ),
  `SELECT f.batch_id, f.id, f.type, 'batch', NULL FROM register.fact f WHERE f.batch_id = ANY ($1)`,
].join(' UNION ALL ');

/**
 * Looks up everything that points at the given facts, by the id of the fact: link fields of links and records,
 * citations of a source or attributed to an actor, and the facts of an import batch.
 */
export async function lookUpInboundLinks(
  client: Queryable,
  ids: ReadonlySet<string>,
): Promise<Map<string, StoredInboundLink[]>> {
  if (ids.size === 0) return new Map();
  const { rows } = await client.query<{
    target: string;
    id: string;
    type: FactTypeName;
    label: string;
    field: string;
    citation: string | null;
  }>(
    `SELECT p.target, p.id, f.type, f.label, p.field, p.citation FROM (${inboundSql}) p JOIN register.fact f ON f.id = p.id ORDER BY p.id, p.field`,
    [[...ids]],
  );
  return groupBy(
    rows,
    ({ target }) => target,
    ({ id, type, label, field, citation }) => ({ id, type, label, field, ...(citation ? { citation } : {}) }),
  );
}

async function lookUpRivals(client: Queryable, ids: ReadonlySet<string>): Promise<Map<string, StoredFact[]>> {
  if (ids.size === 0) return new Map();
  const { rows } = await client.query<{ fact: StoredRow; own: StoredRow }>(
    `SELECT to_jsonb(f) AS fact, to_jsonb(c) AS own FROM register.claim c JOIN register.fact f ON f.id = c.id
     WHERE c.subject_id = ANY ($1) AND c.field IS NOT NULL`,
    [[...ids]],
  );
  return groupBy(
    rows,
    ({ own }) => own.subject_id as string,
    ({ fact, own }) => factOfRows(fact, own),
  );
}
