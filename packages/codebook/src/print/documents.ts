import { type FactTypeName, fieldsOf, inversesOf, isFactType, type TypeName, typeNames, typeOf } from '../codebook.ts';
import type { Field, SpellKind } from '../field.ts';
import type { FieldKind } from '../kinds/field-kind.ts';
import { labelFields } from '../label.ts';
import { maxPageSize } from '../limits.ts';
import { ordersOf, upperSnake, visibleFields } from './sdl.ts';

/** A GraphQL document generated from the codebook, and the file to write it to. */
export interface PrintedDocument {
  readonly file: string;
  readonly text: string;
}

/**
 * The maximum number of citations that are fetched with a row of a list of links or claims, and with a disputed fact.
 */
export const maxCitationsPerRow = 3;
/** The inverse links that the record query of every fact type selects itself. */
const evidenceOfFact = ['citations', 'claims', 'disputes'];

/**
 * Returns the GraphQL documents of the generic screens: a file with the fragments, and a file for each type. The file
 * of a type has the query of its lists. For a fact type it also has the query of one fact with its evidence, and the
 * query of the links to that fact.
 */
export function screenDocuments(): PrintedDocument[] {
  const fragments = [shared, ...typeNames.map(rowFragment)].join('\n');
  return [
    { file: 'fragments.graphql', text: fragments },
    ...typeNames.map((type) => ({
      file: `${type}.graphql`,
      text: [listQuery(type), ...(isFactType(type) ? [recordQuery(type), linksQuery(type)] : [])].join('\n'),
    })),
  ];
}

/** Returns the names and definitions of the fields that lists of a type show as columns after the label, in order. */
export function listColumns(type: TypeName): [name: string, field: Field][] {
  const { listedFields, fields } = typeOf(type);
  return listedFields.flatMap((name) => (fields[name] ? [[name, fields[name]] as [string, Field]] : []));
}

/**
 * Returns the default order of lists of a type, as a value of its order enum. Records are ordered by the first field of
 * their label. Other types are ordered by date, latest first: by their carried date or, if they have none, their first
 * sortable date. If the field is not sortable or there is no date, the order is by id.
 */
export function defaultOrder(type: TypeName): string {
  const { category, carriedKeys, fields } = typeOf(type);
  const orders = ordersOf(type, 'public').map(({ name }) => name);
  const existing = (name: string | undefined) =>
    name && orders.includes(upperSnake(name)) ? upperSnake(name) : undefined;
  if (category === 'record') return `${existing(labelFields(type)[0]?.name) ?? 'ID'}_ASC`;
  const own = Object.entries(fields).find(([, { kind, sortable }]) => kind === 'uncertainDate' && sortable)?.[0];
  const date = existing(Object.keys(carriedKeys)[0] ?? own);
  return date ? `${date}_DESC` : 'ID_ASC';
}

/**
 * Returns the inverse links that the links query of a type selects: all but the citations, claims and disputes, which
 * the record query selects.
 */
export function visibleLinks(type: FactTypeName): ReturnType<typeof inversesOf> {
  return inversesOf(type).filter(({ name }) => !evidenceOfFact.includes(name));
}

const selections: Record<FieldKind, string> = {
  text: '',
  longText: '',
  code: '',
  url: '',
  integer: '',
  number: '',
  boolean: '',
  oneOf: '',
  manyOf: '',
  uncertainDate: ' { ...DateParts }',
  link: ' { ...FactHead }',
  name: ' { text language }',
  point: ' { latitude longitude }',
};

/** The additional selections of a spell: its reading and, if it may lapse, the last day on which it is attested. */
const readingSelection: Record<SpellKind, string> = { LAPSES: ' reading attestedUntil', LASTS: ' reading' };

const selected = (fields: readonly [string, Field][]) =>
  fields
    .map(
      ([name, { kind, spell, apiName }]) =>
        `${apiName ? `${name}: ${apiName}` : name}${selections[kind]}${spell ? readingSelection[spell] : ''}`,
    )
    .join(' ');

const evidence = 'evidenceStatus grade corroboration';

const shared = `fragment RevisionParts on Revision { number at title }
fragment FactHead on Fact { id type label }
fragment DateParts on UncertainDate { edtf earliest latest precision words basis note }
fragment CitationParts on Citation {
  id
  grade
  ${selected(visibleFields('Citation', 'public').filter(([name]) => name !== 'fact' && name !== 'source'))}
  source { ...FactHead reliability independenceGroup }
}
fragment DisputedFact on Fact {
  ...FactHead
  ${evidence}
  citations(first: ${maxCitationsPerRow}) { nodes { ...CitationParts } }
  ... on Claim { modality hedge polarity speaker { ...FactHead } date { ...DateParts } }
  ... on Event { category date { ...DateParts } }
}
fragment CitedFact on Citation { ...CitationParts fact { ...FactHead } }
fragment PageParts on PageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;

/**
 * Returns the fragment for the rows of a type in lists on the pages of other facts. A link is selected with all its
 * public fields, a record with its list columns. A link or claim also has its first citations. Empty for `Citation`.
 */
function rowFragment(type: TypeName): string {
  if (!isFactType(type)) return '';
  const isLink = typeOf(type).category === 'link';
  const own = isLink ? visibleFields(type, 'public').filter(([name]) => name !== 'evidenceStatus') : listColumns(type);
  const citations =
    isLink || type === 'Claim' ? `citations(first: ${maxCitationsPerRow}) { nodes { ...CitationParts } }` : '';
  return `fragment ${type}Row on ${type} { id type label ${evidence} ${selected(own)} ${citations} }`;
}

function listQuery(type: TypeName): string {
  const columns = selected(listColumns(type));
  const rowHead = isFactType(type) ? `id type label evidenceStatus grade ${columns}` : '...CitedFact';
  return `query ${type}List($filter: ${type}Filter, $orderBy: ${type}Order, $first: Int, $after: String, $last: Int, $before: String) {
  revision { ...RevisionParts }
  list: ${typeOf(type).many}(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    pageInfo { ...PageParts }
    nodes { ${rowHead} }
  }
}`;
}

function recordQuery(type: FactTypeName): string {
  const own = Object.entries(fieldsOf(type)).filter(([name, field]) => !field.deskOnly && name !== 'evidenceStatus');
  return `query ${type}Record($id: ID!) {
  revision { ...RevisionParts }
  record: ${typeOf(type).one}(id: $id) {
    id type label ${evidence} ${selected(own)}
    batchLine
    batch { ...FactHead source { ...FactHead licence } }
    fields { name state grade corroboration }
    citations(first: ${maxPageSize}, orderBy: FIELD_ASC) { totalCount nodes { ...CitationParts } }
    claims(first: 50) { totalCount nodes { ...ClaimRow } }
    disputes(first: 50) { totalCount nodes { ...DisputeRow one { ...DisputedFact } other { ...DisputedFact } } }
    changes(last: 50) { totalCount nodes { revision at kind } }
  }
}`;
}

function linksQuery(type: FactTypeName): string {
  const sections = visibleLinks(type).map(({ name, type: of }) => {
    const order = defaultOrder(of);
    return `    ${name}(first: $first${order === 'ID_ASC' ? '' : `, orderBy: ${order}`}) { totalCount nodes { ...${isFactType(of) ? `${of}Row` : 'CitedFact'} } }`;
  });
  return `query ${type}Links($id: ID!, $first: Int!) {
  record: ${typeOf(type).one}(id: $id) {
    id
${sections.join('\n')}
  }
}`;
}
