import { factTypeNames, upperSnake } from '@chancery/codebook';
import { pagedConnection } from '../compile/connection.ts';
import { Handle } from '../compile/handle.ts';
import { rootField } from './root-field.ts';
import { fitOfTier, matchedParts, matchedTextSql, searchMatches } from './search-matches.ts';

const byEnum = new Map<string, string>(factTypeNames.map((type) => [upperSnake(type), type]));

export const searchRoot = rootField(
  'search',
  'The records with a label or name that contains a text, or all its words in any order, and those that have the text as a code; best match first. Ignores case and accents, and words such as “of” and “with”. A word is found at the start of words; words of one or two letters only as whole words; of a long text the first eight words count. If fewer than five records match so, words of five letters or more are also found where one letter is missing, added, replaced or in another place. A text of one or two characters matches only codes and the start of labels and names.',
  '("""The text.""" text: String!, """Only records of these types.""" types: [FactType!], @paging): SearchConnection',
  (compiler, { row, scope, selected }) => {
    const { values, bind } = compiler.argumentsOf(selected);
    const text = bind('text', 'text', (value) => String(value).normalize('NFC').trim());
    const types = Array.isArray(values.types)
      ? bind('types', 'text[]', (value) => (value as string[]).map((type) => byEnum.get(type) ?? type))
      : undefined;
    compiler.recordPrice({ path: selected.path, sizes: [], kind: 'search' });
    const matching = searchMatches(compiler, scope, text, types);
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
        edge: (page, alias, { name }) => {
          if (name === 'matchedText') {
            const place = page.add(matchedTextSql(scope, alias));
            return (values_) => JSON.stringify(values_[place]);
          }
          const [column, words]: [string, readonly string[]] =
            name === 'fit' ? ['tier', fitOfTier] : ['way', matchedParts];
          const place = page.add(`${alias}.${column}`);
          return (values_) => JSON.stringify(words[Number(values_[place])]);
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
  """A former name."""
  FORMER_NAME
}
"""How a search matched, best first."""
enum SearchFit {
  """The text is the whole code, label or name."""
  WHOLE
  """The label or name starts with the text."""
  START
  """The label or name contains the text."""
  PART
  """The label or name contains all words of the text, in any order."""
  WORDS
  """The label or name contains all words of the text, at least one of them with another letter."""
  SIMILAR
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
  """The code, label or name that matched best."""
  matchedText: String!
  """How well it matched."""
  fit: SearchFit!
  """The record."""
  node: Fact!
}`;
