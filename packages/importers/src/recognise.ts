import type { Importer } from './importer.ts';
import type { FileManifest } from './manifest.ts';
import type { FileProblem } from './reading/problem.ts';

/** A file by what its header says. */
export interface Headed {
  /** What tells it from the others. */
  readonly id: string;
  /** What whoever gave it calls it. */
  readonly name: string;
  readonly columns: readonly string[];
}

/** Of which source files are, or what is to be done about those that are of none. */
export type Recognition =
  | {
      readonly ok: true;
      readonly importer: Importer;
      /** What the source calls each file, by its id. */
      readonly roles: ReadonlyMap<string, string>;
      /** Files of the source that are not among them. */
      readonly lacking: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** A file of a source, and how far the columns of a given file are its own. */
interface Likeness {
  readonly importer: Importer;
  readonly file: FileManifest;
  readonly lacks: readonly string[];
  readonly extra: readonly string[];
  /** 0 for no column in common, 1 for the same columns. */
  readonly score: number;
}

/**
 * Finds the source of files by their columns, whatever they are called: they are of one source, each another file of it.
 * A file that is of none is told in one line what it looks like and what to do.
 */
export function recognise(files: readonly Headed[], among: readonly Importer[]): Recognition {
  const alike = files.map((file) => [file, likest(file, among)] as const);
  const problems = alike.flatMap(([file, like]) =>
    like?.score === 1 ? [] : [{ file: file.name, message: strange(file, like) }],
  );
  if (problems.length > 0) return { ok: false, problems };
  const [first] = alike;
  const importer = first?.[1]?.importer;
  if (!importer) return { ok: false, problems: [{ file: '', message: 'There is no file.' }] };

  const roles = new Map<string, string>();
  for (const [{ id, name }, like] of alike) {
    const role = like?.file.name ?? '';
    const twin = files.find((other) => roles.get(other.id) === role);
    if (like?.importer !== importer)
      problems.push({
        file: name,
        message: `It is ${role} of ${like?.importer.manifest.key}, and ${first?.[0].name} is of ${importer.manifest.key}. Bring in one source at a time.`,
      });
    else if (twin)
      problems.push({ file: name, message: `It is ${role}, as ${twin.name} is. Leave one of the two out.` });
    else roles.set(id, role);
  }
  if (problems.length > 0) return { ok: false, problems };
  const found = new Set(roles.values());
  const lacking = importer.manifest.files.map(({ name }) => name).filter((name) => !found.has(name));
  return { ok: true, importer, roles, lacking };
}

function likest({ columns }: Headed, among: readonly Importer[]): Likeness | undefined {
  const all = among.flatMap((importer) =>
    importer.manifest.files.map((file): Likeness => {
      const wanted = Object.keys(file.columns);
      const lacks = wanted.filter((name) => !columns.includes(name));
      const extra = columns.filter((name) => !wanted.includes(name));
      const common = wanted.length - lacks.length;
      return { importer, file, lacks, extra, score: common / (wanted.length + extra.length) };
    }),
  );
  return all.sort((a, b) => b.score - a.score)[0];
}

function strange({ columns }: Headed, like: Likeness | undefined): string {
  if (!like || like.score < 0.5) {
    const some = columns.slice(0, 4).join(', ');
    return `It has ${columns.length} columns (${some}${columns.length > 4 ? ', …' : ''}), which are those of no source. Say what they mean in a mapping.`;
  }
  const { importer, file, lacks, extra } = like;
  const but = [
    ...(lacks.length > 0 ? [`lacks ${quoted(lacks)}`] : []),
    ...(extra.length > 0 ? [`has ${quoted(extra)}`] : []),
  ].join(' and ');
  const { key, version } = importer.manifest;
  return `It looks like ${file.name} of ${key}, but ${but}. Fetch the edition that is read here: ${version}.`;
}

function quoted(names: readonly string[]): string {
  const some = names.slice(0, 3).map((name) => `“${name}”`);
  return [...some, ...(names.length > 3 ? [`${names.length - 3} more`] : [])].join(', ');
}
