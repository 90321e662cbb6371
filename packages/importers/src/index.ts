export type { Entry, Marks, Reference } from './entry.ts';
export { entriesOf, type Importer, type Reading } from './importer.ts';
export type { ColumnManifest, FileManifest, Manifest } from './manifest.ts';
export { type FileProblem, UnreadableFile } from './reading/problem.ts';
export { headerProblems, type Row, type Table, tableOf } from './reading/rows.ts';
export { type GivenFile, textOf } from './reading/text-of-file.ts';
export { importers } from './sources/index.ts';
