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

/** The source that files belong to, or the problems with them. */
export type Recognition =
  | {
      readonly ok: true;
      readonly importer: Importer;
      /** The name in the manifest of each file, by id. */
      readonly roles: ReadonlyMap<string, string>;
      /** Names of files of the source that were not given. */
      readonly missingFiles: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** How well the columns of a given file fit a file of a source. */
interface FileMatch {
  readonly importer: Importer;
  readonly file: FileManifest;
  readonly lacks: readonly string[];
  readonly extra: readonly string[];
  /** From 0 (no column in common) to 1 (the same columns). */
  readonly score: number;
}

/**
 * Finds the source of files by their columns; the names of the files do not matter. All files must be different files of one source.
 * A problem says which known file an unknown file resembles, and what to do.
 */
export function recognise(files: readonly FileHeader[], candidates: readonly Importer[]): Recognition {
  const matches = files.map((file) => [file, bestMatch(file, candidates)] as const);
  const problems = matches.flatMap(([file, match]) =>
    match?.score === 1 ? [] : [{ file: file.name, message: unrecognisedMessage(file, match) }],
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
        message: `It is ${role} of ${match?.importer.manifest.key}, but ${first?.[0].name} is of ${importer.manifest.key}. Import one source at a time.`,
      });
    else if (duplicate)
      problems.push({ file: name, message: `It is ${role}, and so is ${duplicate.name}. Remove one of the two.` });
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

function unrecognisedMessage({ columns }: FileHeader, match: FileMatch | undefined): string {
  if (!match || match.score < 0.5) {
    const some = columns.slice(0, 4).join(', ');
    return `It has ${columns.length} columns (${some}${columns.length > 4 ? ', …' : ''}), which are not those of any known source. Describe them in a mapping.`;
  }
  const { importer, file, lacks, extra } = match;
  const differences = [
    ...(lacks.length > 0 ? [`lacks ${quoted(lacks)}`] : []),
    ...(extra.length > 0 ? [`has ${quoted(extra)}`] : []),
  ].join(' and ');
  const { key, version } = importer.manifest;
  return `It looks like ${file.name} of ${key}, but ${differences}. Use this edition: ${version}.`;
}

function quoted(names: readonly string[]): string {
  const some = names.slice(0, 3).map((name) => `“${name}”`);
  return [...some, ...(names.length > 3 ? [`${names.length - 3} more`] : [])].join(', ');
}
