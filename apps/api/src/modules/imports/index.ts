import { answerImport } from './answer-import.ts';
import { cancelImport } from './cancel-import.ts';
import { importFilesModule } from './import-files.ts';
import { importMappings } from './import-mappings.ts';
import { importResults } from './import-results.ts';
import { importRows } from './import-rows.ts';
import { importSources } from './import-sources.ts';
import { imports } from './imports.ts';
import { runImport } from './run-import.ts';
import { setImportSource } from './set-import-source.ts';

/** The modules on imports: the available sources, the uploaded files and their rows, and each step to a changeset. */
export const importModules = [
  importSources,
  imports,
  importFilesModule,
  importRows,
  importResults,
  setImportSource,
  runImport,
  answerImport,
  cancelImport,
  importMappings,
] as const;
