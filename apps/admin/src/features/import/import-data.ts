import type { FactType, ImportInFullQuery, ImportOutcome } from '../../generated/desk/graphql.ts';
import type { Names } from '../review/names.ts';

/** An import with a page of its rows, and all that its screen needs beside. */
export interface ImportView {
  readonly me: NonNullable<ImportInFullQuery['me']>;
  readonly found: NonNullable<ImportInFullQuery['import']>;
  readonly sources: ImportInFullQuery['importSources'];
  readonly mappings: ImportInFullQuery['importMappings'];
  /** What the facts are called to which rows point. */
  readonly names: Names;
  /** The rows that are open. */
  readonly open: { readonly outcome: ImportOutcome; readonly type?: FactType | undefined } | undefined;
  /** After which row the page begins, if not at the first. */
  readonly after: string | undefined;
}
