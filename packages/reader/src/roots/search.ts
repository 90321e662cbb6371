import { factTypeNames, typeOf, upperSnake } from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import { pages } from '../compile/connection.ts';
import { Handle } from '../compile/handle.ts';
import { type Scope, stood, tableIn } from '../compile/scope.ts';
import { rootField } from './root-field.ts';

const records = factTypeNames.filter((type) => typeOf(type).category === 'record');
const byEnum = new Map<string, string>(records.map((type) => [upperSnake(type), type]));
const quotedRecords = records.map((type) => `'${type}'`).join(', ');

// How well a match fits, best first; ties go to the shorter label, then to the older record.
const tiers = { code: 0, label: 1, name: 2, labelStart: 3, nameStart: 4, within: 5 } as const;
const matchedOn = ['CODE', 'LABEL', 'NAME', 'LABEL', 'NAME'];

/**
 * SQL for the matches, each record once with its best tier. Every way of matching finds its rows by an index of its own
 * before anything is joined or sorted: planned as one query, Postgres would walk an index of the order instead.
 */
function matches(compiler: Compiler, scope: Scope, text: () => string, types: string | undefined): string {
  const folded = `register.fold(${text()})`;
  const like = `'%' || replace(replace(replace(${folded}, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`;
  const starts = `replace(replace(replace(${folded}, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`;
  const tier = (column: string, whole: number, start: number) =>
    `CASE WHEN register.fold(${column}) = ${folded} THEN ${whole} WHEN register.fold(${column}) LIKE ${starts} THEN ${start} ELSE ${tiers.within} END`;
  const hits = compiler.alias('h');
  const chosen = types === undefined ? '' : ` AND f.type = ANY (${types})`;
  return `(WITH ${hits} AS MATERIALIZED (
      SELECT f.id, ${tier('f.label', tiers.label, tiers.labelStart)} AS tier, 1 AS way FROM ${tableIn(scope, 'fact')} f
        WHERE f.type IN (${quotedRecords}) AND register.fold(f.label) LIKE ${like}${stood(scope, 'f')}
      UNION ALL SELECT n.of_id, ${tier('n.name_text', tiers.name, tiers.nameStart)}, 2 FROM ${tableIn(scope, 'Name')} n
        WHERE register.fold(n.name_text) LIKE ${like}${stood(scope, 'n')}
      UNION ALL SELECT x.of_id, ${tiers.code}, 0 FROM ${tableIn(scope, 'ExternalCode')} x
        WHERE x.value IN (${text()}, upper(${text()}))${stood(scope, 'x')})
    SELECT f.id, min(h.tier) AS tier, (array_agg(h.way ORDER BY h.tier, h.way))[1] AS way, char_length(f.label) AS length
    FROM ${hits} h JOIN ${tableIn(scope, 'fact')} f ON f.id = h.id${stood(scope, 'f')}
    WHERE f.type IN (${quotedRecords})${chosen} GROUP BY f.id, f.label)`;
}

export const searchRoot = rootField(
  'search',
  'Records whose label, names or codes contain a text, whatever the case and the accents; best match first.',
  '("""The text.""" text: String!, """Only records of these types.""" types: [FactType!], @paging): SearchConnection',
  (compiler, { row, scope, asked }) => {
    const { values, bind } = compiler.argumentsOf(asked);
    const text = () => bind('text', 'text', (value) => String(value).normalize('NFC').trim());
    const types = Array.isArray(values.types)
      ? bind('types', 'text[]', (value) => (value as string[]).map((type) => byEnum.get(type) ?? type))
      : undefined;
    compiler.price({ path: asked.path, sizes: [], kind: 'search' });
    const found = matches(compiler, scope, text, types);
    const isBlank = `${text()} <> ''`;
    return pages(
      compiler,
      {
        node: 'Search',
        from: (alias) => `${found} ${alias}`,
        where: () => [isBlank],
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
      asked,
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
  """How many there are in all; counted only when asked for."""
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
