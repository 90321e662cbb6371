import type { FactTypeName, TypeName } from '@chancery/codebook';
import type { FactOutputFields } from '../fields/outputs.ts';
import type {
  CitationPartsFragment,
  ClaimRowFragment,
  DisputedFactFragment,
  DisputeRowFragment,
  PagePartsFragment,
  RevisionPartsFragment,
  TypedDocumentString,
} from '../generated/register/graphql.ts';
import { linksDocuments, listDocuments, recordDocuments } from '../generated/register/screens.ts';

/** The answer to the query for a list of any type: one page of the list, and the number of all its rows. */
export interface ListAnswer {
  readonly revision: RevisionPartsFragment;
  readonly list: {
    readonly totalCount: number;
    readonly pageInfo: PagePartsFragment;
    readonly nodes: readonly FactOutputFields[];
  };
}

/** The variables of the query for a list. `first` or `last` is the number of rows of the page. */
export interface ListVariables {
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly orderBy?: string;
  readonly first?: number;
  readonly last?: number;
  readonly after?: string;
  readonly before?: string;
}

/** Whether a field of a record has a value, and the evidence for it. */
export interface FieldStateOutput {
  readonly name: string;
  readonly state: string;
  readonly grade: string | null;
  readonly corroboration: number;
}

/** A dispute with its two facts. */
export type DisputeOutput = Omit<DisputeRowFragment, 'one' | 'other'> & {
  readonly one: DisputedFactFragment;
  readonly other: DisputedFactFragment;
};

/** A record or link of any type, with its evidence. */
export interface RecordOutput extends FactOutputFields {
  readonly label: string;
  readonly evidenceStatus: string;
  readonly grade: string | null;
  readonly corroboration: number;
  readonly note: string | null;
  readonly batchLine: number | null;
  readonly batch: {
    readonly id: string;
    readonly label: string;
    readonly source: { readonly id: string; readonly label: string; readonly licence: string | null };
  } | null;
  readonly fields: readonly FieldStateOutput[];
  readonly citations: CountedRows<CitationPartsFragment>;
  readonly claims: CountedRows<ClaimRowFragment>;
  readonly disputes: CountedRows<DisputeOutput>;
  readonly changes: CountedRows<{ readonly revision: number; readonly at: string; readonly kind: string }>;
}

/** Some rows of a connection, usually the first, and the number of all its rows. */
export interface CountedRows<Row> {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
}

/** The answer to the query for one record or link; `record` is null if the register does not have it. */
export interface RecordAnswer {
  readonly revision: RevisionPartsFragment;
  readonly record: RecordOutput | null;
}

/**
 * The facts that link to a record. `record` has the count and the first rows of each inverse link, by its name; it is
 * null if the register does not have the record.
 */
export interface LinksAnswer {
  readonly record: FactOutputFields | null;
}

// The compiler checks that each generated document returns what the generic screens read.
const lists = listDocuments satisfies { [Type in TypeName]: TypedDocumentString<ListAnswer, never> };
const records = recordDocuments satisfies { [Type in FactTypeName]: TypedDocumentString<RecordAnswer, never> };
const links = linksDocuments satisfies { [Type in FactTypeName]: TypedDocumentString<LinksAnswer, never> };

/** Returns the query for the list of a type. Its filter and order arguments are generated from the codebook. */
export function listDocument(type: TypeName): TypedDocumentString<ListAnswer, ListVariables> {
  return lists[type] as TypedDocumentString<ListAnswer, ListVariables>;
}

/** Returns the query for one record or link of a type, with its evidence. */
export function recordDocument(type: FactTypeName): TypedDocumentString<RecordAnswer, { id: string }> {
  return records[type] as TypedDocumentString<RecordAnswer, { id: string }>;
}

/** Returns the query for the facts that link to a record or link of a type. */
export function linksDocument(type: FactTypeName): TypedDocumentString<LinksAnswer, { id: string; first: number }> {
  return links[type] as TypedDocumentString<LinksAnswer, { id: string; first: number }>;
}

/** Returns the count and the first rows of an inverse link, given the `record` of {@link LinksAnswer}. */
export function linkedRows(record: FactOutputFields, name: string): CountedRows<FactOutputFields> {
  return record[name] as CountedRows<FactOutputFields>;
}
