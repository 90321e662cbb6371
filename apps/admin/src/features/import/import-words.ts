import { factTypeNames, typeOf, upperSnake } from '@chancery/codebook';
import type { FactType, ImportOutcome, ImportStatus } from '../../generated/desk/graphql.ts';

/** The outcomes of rows in the order in which an editor asks after them: what will be written, what asks for them, the rest. */
export const outcomes = [
  'CREATE',
  'UPDATE',
  'CITED',
  'DOUBTFUL',
  'CONFLICT',
  'ERROR',
  'UNCHANGED',
  'LEFT',
] as const satisfies readonly ImportOutcome[];

/** What becomes of a row, in a word and a sentence. */
export const outcomeWords: Readonly<Record<ImportOutcome, { readonly word: string; readonly sentence: string }>> = {
  CREATE: { word: 'Create', sentence: 'The register does not have it: a new fact.' },
  UPDATE: { word: 'Update', sentence: 'The register has it, and the file tells what it lacks or has changed since.' },
  DOUBTFUL: { word: 'Doubtful', sentence: 'It may be one of several facts. Say which, then check again.' },
  CONFLICT: { word: 'Conflict', sentence: 'The register says otherwise, and is left as it stands.' },
  ERROR: { word: 'Error', sentence: 'It cannot be taken. The message says why.' },
  CITED: { word: 'Cited', sentence: 'The register says the same on other evidence. The file is cited as well.' },
  UNCHANGED: { word: 'Unchanged', sentence: 'The register says the same already, and has it from this source.' },
  LEFT: { word: 'Left', sentence: 'It is left out, and the message says why.' },
};

/** Where an import stands, in a word and a sentence. */
export const importStatusWords: Readonly<Record<ImportStatus, { readonly word: string; readonly sentence: string }>> = {
  UPLOADED: { word: 'uploaded', sentence: 'Its files are there. Nothing has been read yet.' },
  CHECKING: { word: 'checking', sentence: 'Its rows are read and matched with the register. Nothing is written.' },
  CHECKED: { word: 'checked', sentence: 'What would become of each row is known. Nothing is written yet.' },
  WRITING: { word: 'writing', sentence: 'It is written into a changeset. The register stays as it is.' },
  WRITTEN: { word: 'written', sentence: 'Its changeset is there, to be submitted and reviewed.' },
  FAILED: { word: 'failed', sentence: 'It could not be read or written.' },
  CANCELLED: { word: 'given up', sentence: 'Its rows, its files and its changeset are gone.' },
};

const byEnum = new Map<string, (typeof factTypeNames)[number]>(factTypeNames.map((type) => [upperSnake(type), type]));

/** The name in the codebook of a type as the desk's door names it. */
export function typeOfEnum(type: FactType) {
  const found = byEnum.get(type);
  if (!found) throw new Error(`${type} is no type of the codebook`);
  return found;
}

/** Facts of a type, in words. */
export function pluralOf(type: FactType): string {
  const { plural } = typeOf(typeOfEnum(type));
  return plural.charAt(0).toUpperCase() + plural.slice(1);
}

/** A number as people read it. */
export function figure(number: number): string {
  return number.toLocaleString('en-GB');
}

/** The size of a file: `3.4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** How long something still takes: `about 3 minutes`. */
export function timeLeftWords(seconds: number): string {
  if (seconds < 60) return `about ${Math.max(1, Math.round(seconds))} seconds`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return minutes === 1 ? 'about a minute' : `about ${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours === 1 ? 'about an hour' : `about ${hours} hours`;
}

/** The page of an import, with the rows of an outcome and a type if they are named. */
export function importAddress(
  id: string,
  rows: { readonly outcome?: ImportOutcome; readonly type?: FactType | null; readonly after?: string } = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rows)) if (value) query.set(name, value);
  const text = query.toString();
  return `/desk/imports/${id}${text ? `?${text}#rows` : ''}`;
}
