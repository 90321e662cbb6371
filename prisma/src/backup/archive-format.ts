// The format of a backup archive: a tar file, compressed with gzip and, with a passphrase, encrypted with age. Its
// entries, in this order:
//   header.json                      what the archive is, for a check before anything is read
//   tables/<schema>.<table>/000001   the rows of each table in the text format of COPY, cut into chunks
//   manifest.json                    the header again, and rows, bytes and SHA-256 of each table
// An archive without its manifest is incomplete.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The version of the format that this release writes, and the highest that it reads. */
export const formatVersion = 1;

/** The bytes of a chunk. Memory holds a few chunks at a time, and a tar entry must state its size before its data. */
export const chunkBytes = 4 * 1024 * 1024;

/** The most bytes of an entry that this release reads; a chunk can be longer than `chunkBytes` by one network packet. */
export const maxEntryBytes = 16 * chunkBytes;

/** The names of the first and the last entry. */
export const headerName = 'header.json';
export const manifestName = 'manifest.json';

const identifier = z.string().min(1).max(63);
const column = z.object({
  name: identifier,
  /** The type as `format_type` prints it. It becomes part of a statement, so the characters are limited. */
  type: z.string().regex(/^[a-z0-9_ ."(),[\]]+$/i),
});
const table = z.object({ schema: identifier, name: identifier, columns: z.array(column).min(1) });
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

/** The part of the header that every release can read, also that of an archive in a newer format. */
export const anyHeader = z.object({
  format: z.literal('chancery-backup'),
  version: z.number().int().positive(),
  application: z.string().max(100),
});

const header = z.object({
  ...anyHeader.shape,
  version: z.literal(formatVersion),
  /** The version of the Postgres server that the rows come from. */
  postgres: z.string(),
  /** The time of the snapshot, in ISO 8601. */
  createdAt: z.iso.datetime(),
  /** The latest revision of the register in the snapshot. */
  revision: count,
  /** The migrations that the database had, in order: its schema version. */
  migrations: z.array(z.object({ name: z.string(), checksum: hash })).min(1),
  tables: z.array(table).min(1),
  /** Tables whose rows are not in the archive, with the reason. */
  leftOut: z.record(z.string(), z.string()),
});

/** The schema of `header.json`. */
export const headerSchema = header;

/** The schema of `manifest.json`. */
export const manifestSchema = header.extend({
  tables: z.array(table.extend({ rows: count, bytes: count, sha256: hash })).min(1),
  sequences: z.array(
    z.object({
      schema: identifier,
      name: identifier,
      lastValue: z.string().regex(/^-?\d+$/),
      isCalled: z.boolean(),
    }),
  ),
});

/** What an archive is: versions, time, revision, migrations and tables. */
export type Header = z.output<typeof header>;
/** The header, and what the archive holds: rows, bytes and SHA-256 of each table, and the values of sequences. */
export type Manifest = z.output<typeof manifestSchema>;
/** A table with its columns; generated columns are left out. */
export type Table = z.output<typeof table>;
/** The number of rows and bytes of a table in the text format of COPY, and the SHA-256 of these bytes. */
export type Content = { rows: number; bytes: number; sha256: string };

/** Returns the name of a table with its schema, such as `register.fact`. */
export function nameOf({ schema, name }: Pick<Table, 'schema' | 'name'>): string {
  return `${schema}.${name}`;
}

/** Returns the name of the entry with chunk `number` of a table, counted from 1. */
export function chunkName(table: Pick<Table, 'schema' | 'name'>, number: number): string {
  return `tables/${nameOf(table)}/${String(number).padStart(6, '0')}`;
}

/** Returns the version of this release. */
export function applicationVersion(): string {
  const file = join(import.meta.dirname, '..', '..', 'package.json');
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}
