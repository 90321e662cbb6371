import type { FactType, ImportInFullQuery, ImportOutcome } from '../../generated/desk/graphql.ts';
import type { Names } from '../review/names.ts';

/** The data of the page of an import: the import with a page of its rows. */
export interface ImportView {
  readonly me: NonNullable<ImportInFullQuery['me']>;
  readonly importDetails: NonNullable<ImportInFullQuery['import']>;
  readonly sources: ImportInFullQuery['importSources'];
  readonly mappings: ImportInFullQuery['importMappings'];
  /** The labels of the facts that the changes and answers of the rows refer to. */
  readonly names: Names;
  /** The outcome and type of the rows that the page lists; `undefined` if it lists none. */
  readonly open: { readonly outcome: ImportOutcome; readonly type?: FactType | undefined } | undefined;
  /** Cursor of the page of rows; `undefined` for the first page. */
  readonly after: string | undefined;
}
