import { factTypeNames, indexedPrefixLength, typeOf, upperSnake } from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import { pagedConnection } from '../compile/connection.ts';
import { Handle } from '../compile/handle.ts';
import { asOfSql, type Scope, tableSql } from '../compile/scope.ts';
import { rootField } from './root-field.ts';

const records = factTypeNames.filter((type) => typeOf(type).category === 'record');
const byEnum = new Map<string, string>(records.map((type) => [upperSnake(type), type]));
const quotedRecords = records.map((type) => `'${type}'`).join(', ');

// The quality of a match, best first. Ties are broken by the length of the label, then by age of the record (its id).
const tiers = { code: 0, label: 1, name: 2, labelStart: 3, nameStart: 4, within: 5 } as const;
// What matched: a code, the label or a name.
const matchedOn = ['CODE', 'LABEL', 'NAME'];
const wayCount = matchedOn.length;

/**
 * The minimum number of characters of a text that is searched anywhere in labels and names. Shorter texts have no
 * trigram and occur in too many labels, so they are searched only at the start.
 */
const minSubstringLength = 3;

/**
 * Returns SQL for the matches: each record once, with its best tier. Each kind of match is a separate query on its own
 * index, in a materialized CTE. For a single query, Postgres would scan the index of the sort order instead. Most of
 * the time goes into folding. The searched text is folded once, in sub-selects. A label that contains the text is
 * folded once, and a label that starts with it once more, because OFFSET 0 keeps Postgres from folding it for each
 * comparison.
 */
function matches(compiler: Compiler, scope: Scope, text: string, types: string | undefined): string {
  const fold = `register.fold(${text})`;
  const folded = `(SELECT ${fold})`;
  const escaped = `replace(replace(replace(${fold}, '\\', '\\\\'), '%', '\\%'), '_', '\\_')`;
  const isRecord = `f.type IN (${quotedRecords})${types === undefined ? '' : ` AND f.type = ANY (${types})`}${asOfSql(scope, 'f')}`;
  const facts = `${tableSql(scope, 'fact')} f`;
  const withFact = (type: 'Name' | 'ExternalCode', alias: string) =>
    `${tableSql(scope, type)} ${alias} JOIN ${facts} ON f.id = ${alias}.of_id${asOfSql(scope, alias)}`;
  const textMatches = (from: string, words: string, way: number, [exact, start]: readonly [number, number]) => {
    const first = `left(register.fold(${words}), ${indexedPrefixLength})`;
    const prefix = `left(${fold}, ${indexedPrefixLength})`;
    return [
      `SELECT f.id, ${wayCount * tiers.within + way} AS fit, char_length(f.label) AS length
        FROM ${from} WHERE ${isRecord} AND (SELECT char_length(${fold}) >= ${minSubstringLength}) AND register.fold(${words}) LIKE (SELECT '%' || ${escaped} || '%')`,
      `SELECT s.id, ${wayCount} * CASE WHEN s.folded = ${folded} THEN ${exact} ELSE ${start} END + ${way}, s.length
        FROM (SELECT f.id, char_length(f.label) AS length, register.fold(${words}) AS folded
          FROM ${from} WHERE ${isRecord} AND ${first} ~>=~ (SELECT ${prefix}) AND ${first} ~<~ (SELECT ${prefix} || chr(1114111)) OFFSET 0) s
        WHERE s.folded LIKE (SELECT ${escaped} || '%')`,
    ];
  };
  const hits = [
    ...textMatches(facts, 'f.label', 1, [tiers.label, tiers.labelStart]),
    ...textMatches(withFact('Name', 'n'), 'n.name_text', 2, [tiers.name, tiers.nameStart]),
    `SELECT f.id, ${wayCount} * ${tiers.code}, char_length(f.label)
        FROM ${withFact('ExternalCode', 'x')} WHERE ${isRecord} AND x.value IN (${text}, upper(${text}))`,
  ];
  const alias = compiler.alias('h');
  return `(WITH ${alias} AS MATERIALIZED (${hits.join(' UNION ALL ')})
    SELECT id, min(fit) / ${wayCount} AS tier, min(fit) % ${wayCount} AS way, min(length) AS length FROM ${alias} GROUP BY id)`;
}

export const searchRoot = rootField(
  'search',
  'The records whose label or names contain a text, ignoring case and accents, or that have the text as a code; best match first. A text of one or two characters matches only codes and the start of labels and names.',
  '("""The text.""" text: String!, """Only records of these types.""" types: [FactType!], @paging): SearchConnection',
  (compiler, { row, scope, selected }) => {
    const { values, bind } = compiler.argumentsOf(selected);
    const text = bind('text', 'text', (value) => String(value).normalize('NFC').trim());
    const types = Array.isArray(values.types)
      ? bind('types', 'text[]', (value) => (value as string[]).map((type) => byEnum.get(type) ?? type))
      : undefined;
    compiler.recordPrice({ path: selected.path, sizes: [], kind: 'search' });
    const matching = matches(compiler, scope, text, types);
    const isNotEmpty = `${text} <> ''`;
    return pagedConnection(
      compiler,
      {
        node: 'Search',
        from: (alias) => `${matching} ${alias}`,
        where: () => [isNotEmpty],
        order: {
          name: 'MATCH',
          descending: false,
          keys: [
            { sql: (alias) => `${alias}.tier`, kind: 'integer', nullable: false },
            { sql: (alias) => `${alias}.length`, kind: 'integer', nullable: false },
            { sql: (alias) => `${alias}.id`, kind: 'text', nullable: false },
          ],
        },
        write: (page, alias, node, inner) =>
          compiler.anyFact('Fact', new Handle(`${alias}.id`, { row: page, scope, alias: compiler.alias }), node, inner),
        edge: (page, alias) => {
          const way = page.add(`${alias}.way`);
          return (values_) => JSON.stringify(matchedOn[Number(values_[way])]);
        },
      },
      selected,
      row,
      [],
    );
  },
);

export const searchSdl = `
"""The part of a record that a search matched."""
enum SearchMatch {
  """A code."""
  CODE
  """The label."""
  LABEL
  """A name."""
  NAME
}
"""A page of search results."""
type SearchConnection {
  """The number of matching records; counted only if selected."""
  totalCount: Int!
  """Information about the page."""
  pageInfo: PageInfo!
  """The records with their cursors, and the part of each record that matched."""
  edges: [SearchEdge!]!
  """The records."""
  nodes: [Fact!]!
}
"""A search result."""
type SearchEdge {
  """The position of the result in the order; pass it as \`after\` or \`before\`."""
  cursor: String!
  """The part of the record that matched best."""
  matchedOn: SearchMatch!
  """The record."""
  node: Fact!
}`;
