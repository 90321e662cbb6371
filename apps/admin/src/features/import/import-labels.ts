import { factTypeNames, typeOf, upperSnake } from '@chancery/codebook';
import type { FactType, ImportOutcome, ImportStatus } from '../../generated/desk/graphql.ts';
import { capitalize } from '../../ui/capitalize.ts';
import { pluralize } from '../../ui/counts.ts';

/**
 * The outcomes of rows in display order: rows that are written, rows that an editor can decide or correct, and the
 * rest.
 */
export const importOutcomes = [
  'CREATE',
  'UPDATE',
  'CITED',
  'DOUBTFUL',
  'CONFLICT',
  'ERROR',
  'UNCHANGED',
  'LEFT',
] as const satisfies readonly ImportOutcome[];

/** The label and the description of each outcome of a row. */
export const outcomeLabels: Readonly<Record<ImportOutcome, { readonly label: string; readonly description: string }>> =
  {
    CREATE: { label: 'Create', description: 'No fact of the register matches. The import creates one.' },
    UPDATE: {
      label: 'Update',
      description: 'A fact of the register matches. The file adds values, or changes those of an earlier import.',
    },
    DOUBTFUL: {
      label: 'Question',
      description: 'It is not certain which fact the row means. Answer the question, then check the import again.',
    },
    CONFLICT: { label: 'Conflict', description: 'The register has a different value. The import does not change it.' },
    ERROR: { label: 'Error', description: 'The row cannot be imported. The message says why.' },
    CITED: {
      label: 'Cited',
      description:
        'A fact of the register with other evidence matches, and the row does not contradict it. The file is cited as well.',
    },
    UNCHANGED: {
      label: 'Unchanged',
      description: 'The register already has this fact from this source, or another row of this import adds it.',
    },
    LEFT: { label: 'Skipped', description: 'The row is not imported. The message says why.' },
  };

/** The label and the description of each status of an import. */
export const importStatusLabels: Readonly<
  Record<ImportStatus, { readonly label: string; readonly description: string }>
> = {
  UPLOADED: {
    label: 'uploaded',
    description: 'The files are uploaded. Their rows have not been checked since the last change to the import.',
  },
  CHECKING: {
    label: 'checking',
    description: 'The rows are being read and matched with the register. Nothing is written.',
  },
  CHECKED: { label: 'checked', description: 'Every row has been checked. Nothing is written yet.' },
  WRITING: {
    label: 'writing',
    description: 'The rows are being written to a changeset. The register does not change.',
  },
  WRITTEN: {
    label: 'written',
    description: 'The rows are written to a changeset, which is submitted and reviewed like any other.',
  },
  FAILED: { label: 'failed', description: 'The files could not be read, or the changeset could not be written.' },
  CANCELLED: {
    label: 'cancelled',
    description: 'The rows and files of the import were deleted. A changeset that it had begun was discarded.',
  },
  EXPIRED: {
    label: 'expired',
    description: 'Nobody worked on the import for a long time, so its rows and files were deleted.',
  },
};

const byEnum = new Map<string, (typeof factTypeNames)[number]>(factTypeNames.map((type) => [upperSnake(type), type]));

/**
 * Returns the name that the codebook has for a type of the desk endpoint: `PartyAction` for `PARTY_ACTION`.
 * @throws Error when the codebook has no such type.
 */
export function typeOfEnum(type: FactType) {
  const name = byEnum.get(type);
  if (!name) throw new Error(`${type} is not a type of the codebook`);
  return name;
}

/**
 * Returns the plural of a type with a capital letter: `Party actions` for `PARTY_ACTION`.
 * @throws Error when the codebook has no such type.
 */
export function pluralOf(type: FactType): string {
  const { plural } = typeOf(typeOfEnum(type));
  return capitalize(plural);
}

/** Formats a file size in decimal units: `980 bytes`, `12 kB` or `3.4 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Formats a time that is given in seconds, rounded to seconds, minutes or hours: `about 3 minutes`. */
export function formatTimeLeft(seconds: number): string {
  if (seconds < 60) return `about ${pluralize(Math.max(1, Math.round(seconds)), 'second')}`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return minutes === 1 ? 'about a minute' : `about ${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours === 1 ? 'about an hour' : `about ${hours} hours`;
}

/**
 * Returns the path of the page of an import, with the list of rows that `rows` selects. Without an
 * outcome, the page lists no rows.
 */
export function importAddress(
  id: string,
  rows: { readonly outcome?: ImportOutcome; readonly type?: FactType | null; readonly after?: string } = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rows)) if (value) query.set(name, value);
  const text = query.toString();
  return `/desk/imports/${id}${text ? `?${text}#rows` : ''}`;
}
