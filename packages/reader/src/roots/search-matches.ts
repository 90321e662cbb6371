import { factTypeNames, indexedPrefixLength, typeOf } from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import { asOfSql, type Scope, tableSql } from '../compile/scope.ts';

const records = factTypeNames.filter((type) => typeOf(type).category === 'record');
const quotedRecords = records.map((type) => `'${type}'`).join(', ');

/** The parts of a record that can match, by the number that stands for them in SQL; of equal matches the first counts. */
export const matchedParts = ['CODE', 'LABEL', 'NAME', 'FORMER_NAME'] as const;
const part = { code: 0, label: 1, name: 2, formerName: 3 } as const;
const partOfName = `CASE n.name_type WHEN 'FORMER' THEN ${part.formerName} ELSE ${part.name} END`;

/**
 * The quality of a match by its tier, best first. Ties are broken by the length of the label, then by age of the record
 * (its id).
 */
export const fitOfTier = ['WHOLE', 'WHOLE', 'WHOLE', 'START', 'START', 'PART', 'WORDS', 'SIMILAR'] as const;
const tiers = { code: 0, label: 1, name: 2, labelStart: 3, nameStart: 4, within: 5, words: 6, similar: 7 } as const;

/**
 * The minimum number of characters of a text that is searched anywhere in labels and names. Shorter texts have no
 * trigram and occur in too many labels, so they are searched only at the start.
 */
const minSubstringLength = 3;

/** Similar words are searched for only if fewer records than this match the text as it is written. */
const enoughMatches = 5;

/**
 * Returns SQL for the matches: each record once, with `tier` and `way` (the indexes in {@link fitOfTier} and
 * {@link matchedParts}) of its best match, `part` (the id of the code or name that matched, empty for the label) and the
 * `length` of its label.
 *
 * Each kind of match is a separate query on its own index, in a materialized CTE. For a single query, Postgres would scan
 * the index of the sort order instead. Most of the time goes into folding. The searched text is folded once, in
 * sub-selects. A label that contains the text is folded once, and a label that starts with it once more, because OFFSET 0
 * keeps Postgres from folding it for each comparison. The indexes of words answer without folding.
 */
export function searchMatches(compiler: Compiler, scope: Scope, text: string, types: string | undefined): string {
  const fold = `register.fold(${text})`;
  const folded = `(SELECT ${fold})`;
  const escaped = `replace(replace(replace(${fold}, '\\', '\\\\'), '%', '\\%'), '_', '\\_')`;
  const isRecord = `f.type IN (${quotedRecords})${types === undefined ? '' : ` AND f.type = ANY (${types})`}${asOfSql(scope, 'f')}`;
  const facts = `${tableSql(scope, 'fact')} f`;
  const withFact = (type: 'Name' | 'ExternalCode', alias: string) =>
    `${tableSql(scope, type)} ${alias} JOIN ${facts} ON f.id = ${alias}.of_id${asOfSql(scope, alias)}`;
  const label = { from: facts, words: 'f.label', way: part.label, id: `'' COLLATE "C"` };
  const name = { from: withFact('Name', 'n'), words: 'n.name_text', way: partOfName, id: 'n.id' };
  type Source = typeof label | typeof name;
  const columns = ({ way, id }: Source) => `f.id, ${way} AS way, ${id} AS part, char_length(f.label) AS length`;

  const asWritten = (source: Source, [exact, start]: readonly [number, number]) => {
    const { from, words } = source;
    const first = `left(register.fold(${words}), ${indexedPrefixLength})`;
    const prefix = `left(${fold}, ${indexedPrefixLength})`;
    return [
      `SELECT ${columns(source)}, ${tiers.within} AS tier
        FROM ${from} WHERE ${isRecord} AND (SELECT char_length(${fold}) >= ${minSubstringLength}) AND register.fold(${words}) LIKE (SELECT '%' || ${escaped} || '%')`,
      `SELECT s.id, s.way, s.part, s.length, CASE WHEN s.folded = ${folded} THEN ${exact} ELSE ${start} END
        FROM (SELECT ${columns(source)}, register.fold(${words}) AS folded
          FROM ${from} WHERE ${isRecord} AND ${first} ~>=~ (SELECT ${prefix}) AND ${first} ~<~ (SELECT ${prefix} || chr(1114111)) OFFSET 0) s
        WHERE s.folded LIKE (SELECT ${escaped} || '%')`,
    ];
  };
  const [hits, best] = [compiler.alias('h'), compiler.alias('b')];
  const byWords = (source: Source, tier: number) => {
    const isTolerant = tier === tiers.similar;
    const needed = isTolerant ? `(SELECT count(*) < ${enoughMatches} FROM ${best}) AND ` : '';
    return `SELECT ${columns(source)}, ${tier} AS tier FROM ${source.from}
        WHERE ${isRecord} AND ${needed}register.search_terms(${source.words}) @@ (SELECT register.search_query(${text}, ${isTolerant}))`;
  };

  const written = [
    ...asWritten(label, [tiers.label, tiers.labelStart]),
    ...asWritten(name, [tiers.name, tiers.nameStart]),
    byWords(label, tiers.words),
    byWords(name, tiers.words),
    `SELECT f.id, ${part.code}, x.id, char_length(f.label), ${tiers.code}
        FROM ${withFact('ExternalCode', 'x')} WHERE ${isRecord} AND x.value IN (${text}, upper(${text}))`,
  ];
  const similar = [label, name].map((source) => byWords(source, tiers.similar));
  const byRank = (from: string) => `SELECT m.id, ${bestRank} AS rank, min(m.length) AS length FROM ${from} m`;
  return `(WITH ${hits} AS MATERIALIZED (${written.join(' UNION ALL ')}),
    ${best} AS MATERIALIZED (${byRank(hits)} GROUP BY m.id)
    SELECT r.id, r.length, ${tierOfRank} AS tier, ${wayOfRank} AS way, substr(r.rank, 2) AS part
    FROM (SELECT * FROM ${best} UNION ALL
      ${byRank(`(${similar.join(' UNION ALL ')})`)} WHERE NOT EXISTS (SELECT FROM ${best} b WHERE b.id = m.id) GROUP BY m.id) r)`;
}

// Tier and part as one character, followed by the id of the code or name, so that one aggregate finds the best match.
const firstRank = 64;
const bestRank = `min((chr(${firstRank} + ${matchedParts.length} * m.tier + m.way) || m.part) COLLATE "C")`;
const tierOfRank = `(ascii(r.rank) - ${firstRank}) / ${matchedParts.length}`;
const wayOfRank = `(ascii(r.rank) - ${firstRank}) % ${matchedParts.length}`;

/** Returns SQL for the text of a match that {@link searchMatches} found: the code, the label or the name. */
export function matchedTextSql(scope: Scope, match: string): string {
  const textOf = (table: string, column: string, id: string) =>
    `(SELECT t.${column} FROM ${table} t WHERE t.id = ${id}${asOfSql(scope, 't')})`;
  return `(CASE ${match}.way WHEN ${part.code} THEN ${textOf(tableSql(scope, 'ExternalCode'), 'value', `${match}.part`)}
    WHEN ${part.label} THEN ${textOf(tableSql(scope, 'fact'), 'label', `${match}.id`)}
    ELSE ${textOf(tableSql(scope, 'Name'), 'name_text', `${match}.part`)} END)`;
}
