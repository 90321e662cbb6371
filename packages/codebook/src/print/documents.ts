import { type FactTypeName, fieldsOf, inversesOf, isFactType, type TypeName, typeNames, typeOf } from '../codebook.ts';
import type { Field, SpellKind } from '../field.ts';
import type { FieldKind } from '../kinds/field-kind.ts';
import { labelFields } from '../label.ts';
import { ordersOf, upperSnake, visibleFields } from './sdl.ts';

/** A GraphQL document that is printed from the codebook, and the file to print it to. */
export interface PrintedDocument {
  readonly file: string;
  readonly text: string;
}

/** How many citations come with each row of a list of links. */
const citationsOfRow = 3;
/** Facts that hang on every fact, and that its record document asks for in full. */
const evidenceOfFact = ['citations', 'claims', 'disputes'];

/**
 * The documents of the generic screens: one file of fragments, and a file for each type with the query of its lists,
 * and for facts those of a record with its evidence and of the links that lead to it.
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

/** The fields that a list of a type shows as columns, the label apart. */
export function listColumns(type: TypeName): [name: string, field: Field][] {
  const { listed, fields } = typeOf(type);
  return listed.flatMap((name) => (fields[name] ? [[name, fields[name]] as [string, Field]] : []));
}

/**
 * The order in which rows of a type are shown when nobody asks for another: links latest first, by the date that they
 * carry or their own; all else by what it is called.
 */
export function defaultOrder(type: TypeName): string {
  const { category, carries, fields } = typeOf(type);
  const orders = ordersOf(type, 'public').map(({ name }) => name);
  const known = (name: string | undefined) =>
    name && orders.includes(upperSnake(name)) ? upperSnake(name) : undefined;
  if (category === 'record') return `${known(labelFields(type)[0]?.name) ?? 'ID'}_ASC`;
  const own = Object.entries(fields).find(([, { kind, sortable }]) => kind === 'uncertainDate' && sortable)?.[0];
  const date = known(Object.keys(carries)[0] ?? own);
  return date ? `${date}_DESC` : 'ID_ASC';
}

/** The ways back that the links document of a type asks for: all but the evidence, which comes with the record. */
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

/** What screens ask beside a period: how the fact reads on the day that they show. */
const readingSelection: Record<SpellKind, string> = { LAPSES: ' reading attestedUntil', LASTS: ' reading' };

const selected = (fields: readonly [string, Field][]) =>
  fields
    .map(([name, { kind, spell }]) => `${name}${selections[kind]}${spell ? readingSelection[spell] : ''}`)
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
  citations(first: ${citationsOfRow}) { nodes { ...CitationParts } }
  ... on Claim { modality hedge polarity speaker { ...FactHead } date { ...DateParts } }
  ... on Event { category date { ...DateParts } }
}
fragment CitedFact on Citation { ...CitationParts fact { ...FactHead } }
fragment PageParts on PageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;

/** What a row of a type shows in a list on another record: links whole and with their evidence, records in short. */
function rowFragment(type: TypeName): string {
  if (!isFactType(type)) return '';
  const isLink = typeOf(type).category === 'link';
  const own = isLink ? visibleFields(type, 'public').filter(([name]) => name !== 'evidenceStatus') : listColumns(type);
  const citations =
    isLink || type === 'Claim' ? `citations(first: ${citationsOfRow}) { nodes { ...CitationParts } }` : '';
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
    citations(first: 100, orderBy: FIELD_ASC) { totalCount nodes { ...CitationParts } }
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
