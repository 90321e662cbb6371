import type { Importer } from './importer.ts';
import type { FileManifest } from './manifest.ts';
import type { FileProblem } from './reading/problem.ts';

/** A file with the columns of its header. */
export interface FileHeader {
  /** Unique among the given files. */
  readonly id: string;
  /** The name under which it was uploaded or given. */
  readonly name: string;
  readonly columns: readonly string[];
}

/** The data set that files belong to, or the reasons why it was not recognized. */
export type Recognition =
  | {
      readonly ok: true;
      readonly importer: Importer;
      /** For each given file, by its id: the name of the file in the manifest. */
      readonly roles: ReadonlyMap<string, string>;
      /** The names of the files of the data set that were not given. */
      readonly missingFiles: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** How the columns of a given file compare with those of a file of a data set. */
interface FileMatch {
  readonly importer: Importer;
  readonly file: FileManifest;
  /** Columns of the manifest that the given file does not have. */
  readonly lacks: readonly string[];
  /** Columns of the given file that the manifest does not have. */
  readonly extra: readonly string[];
  /** From 0 (no column in common) to 1 (the same columns). */
  readonly score: number;
}

/**
 * Finds the data set that files belong to, by their columns; the names of the files do not matter. The files must be
 * different files of one data set, but need not be all of them. If an unknown file resembles a known one, its problem
 * says how they differ.
 */
export function recognize(files: readonly FileHeader[], candidates: readonly Importer[]): Recognition {
  const matches = files.map((file) => [file, bestMatch(file, candidates)] as const);
  const problems = matches.flatMap(([file, match]) =>
    match?.score === 1 ? [] : [{ file: file.name, message: unrecognizedMessage(file, match) }],
  );
  if (problems.length > 0) return { ok: false, problems };
  const [first] = matches;
  const importer = first?.[1]?.importer;
  if (!importer)
    return { ok: false, problems: [{ file: '', message: 'No file was given. Add the files of one data set.' }] };

  const roles = new Map<string, string>();
  for (const [{ id, name }, match] of matches) {
    const role = match?.file.name ?? '';
    const duplicate = files.find((file) => roles.get(file.id) === role);
    if (match?.importer !== importer)
      problems.push({
        file: name,
        message: `This file is ${role} of ${match?.importer.manifest.key}, but ${first?.[0].name} is a file of ${importer.manifest.key}. Import one source at a time.`,
      });
    else if (duplicate)
      problems.push({
        file: name,
        message: `This file and ${duplicate.name} are both ${role}. Remove one of the two.`,
      });
    else roles.set(id, role);
  }
  if (problems.length > 0) return { ok: false, problems };
  const found = new Set(roles.values());
  const missingFiles = importer.manifest.files.map(({ name }) => name).filter((name) => !found.has(name));
  return { ok: true, importer, roles, missingFiles };
}

function bestMatch({ columns }: FileHeader, candidates: readonly Importer[]): FileMatch | undefined {
  const all = candidates.flatMap((importer) =>
    importer.manifest.files.map((file): FileMatch => {
      const wanted = Object.keys(file.columns);
      const lacks = wanted.filter((name) => !columns.includes(name));
      const extra = columns.filter((name) => !wanted.includes(name));
      const common = wanted.length - lacks.length;
      return { importer, file, lacks, extra, score: common / (wanted.length + extra.length) };
    }),
  );
  return all.sort((a, b) => b.score - a.score)[0];
}

function unrecognizedMessage({ columns }: FileHeader, match: FileMatch | undefined): string {
  if (!match || match.score < 0.5) {
    const some = columns.slice(0, 4).join(', ');
    return `The columns of this file (${some}${columns.length > 4 ? ', …' : ''}) match no known source. Describe them in a mapping.`;
  }
  const { importer, file, lacks, extra } = match;
  const differences = [
    ...(lacks.length > 0 ? [`lacks the ${columnsInWords(lacks)}`] : []),
    ...(extra.length > 0 ? [`has the unknown ${columnsInWords(extra)}`] : []),
  ].join(' and ');
  const { key, version } = importer.manifest;
  return `This file looks like ${file.name} of ${key}, but it ${differences}. Use this edition: ${version}.`;
}

function columnsInWords(names: readonly string[]): string {
  const some = names.slice(0, 3).map((name) => `“${name}”`);
  const list = [...some, ...(names.length > 3 ? [`${names.length - 3} more`] : [])].join(', ');
  return `${names.length === 1 ? 'column' : 'columns'} ${list}`;
}
