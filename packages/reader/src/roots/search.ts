import { factTypeNames, indexedPrefixLength, typeOf, upperSnake } from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import { pages } from '../compile/connection.ts';
import { Handle } from '../compile/handle.ts';
import { asOf, type Scope, tableIn } from '../compile/scope.ts';
import { rootField } from './root-field.ts';

const records = factTypeNames.filter((type) => typeOf(type).category === 'record');
const byEnum = new Map<string, string>(records.map((type) => [upperSnake(type), type]));
const quotedRecords = records.map((type) => `'${type}'`).join(', ');

// How well a match fits, best first; ties go to the shorter label, then to the older record.
const tiers = { code: 0, label: 1, name: 2, labelStart: 3, nameStart: 4, within: 5 } as const;
// By the way of matching: a code, the label, a name.
const matchedOn = ['CODE', 'LABEL', 'NAME'];
const ways = matchedOn.length;

/** A text of fewer characters is in too many labels to be of use, and no trigram finds it: it is sought where they begin. */
const shortest = 3;

/**
 * SQL for the matches, each record once with its best tier. Every way of matching finds its rows by an index of its own
 * before anything is joined or sorted: planned as one query, Postgres would walk an index of the order instead. Folding is
 * what takes longest: the text is folded before all else (in sub-selects), a label once if it contains the text, and once
 * more if it begins with it (OFFSET 0).
 */
function matches(compiler: Compiler, scope: Scope, text: string, types: string | undefined): string {
  const fold = `register.fold(${text})`;
  const folded = `(SELECT ${fold})`;
  const escaped = `replace(replace(replace(${fold}, '\\', '\\\\'), '%', '\\%'), '_', '\\_')`;
  const isRecord = `f.type IN (${quotedRecords})${types === undefined ? '' : ` AND f.type = ANY (${types})`}${asOf(scope, 'f')}`;
  const facts = `${tableIn(scope, 'fact')} f`;
  const bearing = (type: 'Name' | 'ExternalCode', alias: string) =>
    `${tableIn(scope, type)} ${alias} JOIN ${facts} ON f.id = ${alias}.of_id${asOf(scope, alias)}`;
  const worded = (from: string, words: string, way: number, [whole, start]: readonly [number, number]) => {
    const first = `left(register.fold(${words}), ${indexedPrefixLength})`;
    const selected = `left(${fold}, ${indexedPrefixLength})`;
    return [
      `SELECT f.id, ${ways * tiers.within + way} AS fit, char_length(f.label) AS length
        FROM ${from} WHERE ${isRecord} AND (SELECT char_length(${fold}) >= ${shortest}) AND register.fold(${words}) LIKE (SELECT '%' || ${escaped} || '%')`,
      `SELECT s.id, ${ways} * CASE WHEN s.folded = ${folded} THEN ${whole} ELSE ${start} END + ${way}, s.length
        FROM (SELECT f.id, char_length(f.label) AS length, register.fold(${words}) AS folded
          FROM ${from} WHERE ${isRecord} AND ${first} ~>=~ (SELECT ${selected}) AND ${first} ~<~ (SELECT ${selected} || chr(1114111)) OFFSET 0) s
        WHERE s.folded LIKE (SELECT ${escaped} || '%')`,
    ];
  };
  const hits = [
    ...worded(facts, 'f.label', 1, [tiers.label, tiers.labelStart]),
    ...worded(bearing('Name', 'n'), 'n.name_text', 2, [tiers.name, tiers.nameStart]),
    `SELECT f.id, ${ways} * ${tiers.code}, char_length(f.label)
        FROM ${bearing('ExternalCode', 'x')} WHERE ${isRecord} AND x.value IN (${text}, upper(${text}))`,
  ];
  const alias = compiler.alias('h');
  return `(WITH ${alias} AS MATERIALIZED (${hits.join(' UNION ALL ')})
    SELECT id, min(fit) / ${ways} AS tier, min(fit) % ${ways} AS way, min(length) AS length FROM ${alias} GROUP BY id)`;
}

export const searchRoot = rootField(
  'search',
  'Records whose label or names contain a text, whatever the case and the accents, or whose codes are the text; best match first. A text of one or two characters is sought only where labels and names begin.',
  '("""The text.""" text: String!, """Only records of these types.""" types: [FactType!], @paging): SearchConnection',
  (compiler, { row, scope, selected }) => {
    const { values, bind } = compiler.argumentsOf(selected);
    const text = bind('text', 'text', (value) => String(value).normalize('NFC').trim());
    const types = Array.isArray(values.types)
      ? bind('types', 'text[]', (value) => (value as string[]).map((type) => byEnum.get(type) ?? type))
      : undefined;
    compiler.price({ path: selected.path, sizes: [], kind: 'search' });
    const found = matches(compiler, scope, text, types);
    const isThere = `${text} <> ''`;
    return pages(
      compiler,
      {
        node: 'Search',
        from: (alias) => `${found} ${alias}`,
        where: () => [isThere],
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
"""What of a record a search has matched."""
enum SearchMatch {
  """A code."""
  CODE
  """What the register calls it."""
  LABEL
  """Another name of it."""
  NAME
}
"""A page of what a search has found."""
type SearchConnection {
  """How many there are in all; counted only when selected for."""
  totalCount: Int!
  """Where the page lies."""
  pageInfo: PageInfo!
  """The records with their cursors, and why they were found."""
  edges: [SearchEdge!]!
  """The records."""
  nodes: [Fact!]!
}
"""A record that a search has found."""
type SearchEdge {
  """Where it stands in the order."""
  cursor: String!
  """What of it has matched best."""
  matchedOn: SearchMatch!
  """The record."""
  node: Fact!
}`;
