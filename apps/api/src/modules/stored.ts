import type { DeskClient } from '@chancery/prisma/desk';

type Stored<Model extends 'comment' | 'import' | 'importMapping' | 'importRow'> = NonNullable<
  Awaited<ReturnType<DeskClient[Model]['findUnique']>>
>;

/** A comment on a changeset as stored in the database. */
export type StoredComment = Stored<'comment'>;
/** An import as stored in the database. */
export type StoredImport = Stored<'import'>;
/** A mapping as stored in the database. */
export type StoredMapping = Stored<'importMapping'>;
/** A row of an import as stored in the database. */
export type StoredRow = Stored<'importRow'>;

/** The answer of an editor to a question of an import, as stored in the database. */
export interface StoredAnswer {
  /** The fact that the editor chose; null for a new fact. */
  readonly fact: string | null;
  /** The id of the editor. */
  readonly by: string;
  readonly at: Date;
}
