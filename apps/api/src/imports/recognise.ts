import { type Importer, importers } from '@chancery/importers';

/** A file by what it begins with. */
export interface Headed {
  readonly id: string;
  readonly columns: readonly string[];
}

/** The source whose files these are, whatever they are called, with what it calls each of them. */
export interface Recognised {
  readonly importer: Importer;
  /** By the id of the file, its name in the manifest. */
  readonly roles: ReadonlyMap<string, string>;
  /** Names of files of the source that are not among them. */
  readonly lacking: readonly string[];
}

/** Finds the source of files by their columns: every file must be one of the source's, and no two the same one. */
export function recognise(files: readonly Headed[]): Recognised | undefined {
  return importers.flatMap((importer) => rolesIn(importer, files) ?? [])[0];
}

/** What a source calls files, by their columns; `undefined` where one of them is none of its own. */
export function rolesIn(importer: Importer, files: readonly Headed[]): Recognised | undefined {
  const roles = new Map<string, string>();
  for (const { id, columns } of files) {
    const wanted = importer.manifest.files.find(
      ({ name, columns: known }) => ![...roles.values()].includes(name) && sameNames(columns, Object.keys(known)),
    );
    if (!wanted) return undefined;
    roles.set(id, wanted.name);
  }
  const found = new Set(roles.values());
  const lacking = importer.manifest.files.map(({ name }) => name).filter((name) => !found.has(name));
  return files.length > 0 ? { importer, roles, lacking } : undefined;
}

const sameNames = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name) => b.includes(name));
