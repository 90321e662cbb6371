// npm run import -- [source] files…: imports files from the command line on behalf of a user of the desk.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type GivenFile, importers, recognize } from '@chancery/importers';
import { deskClient } from '@chancery/prisma/desk';
import pg from 'pg';
import { readSettings } from './env.ts';
import { readFileHead } from './imports/file-head.ts';
import { csvSource, importerByKey, parseMapping, sourceKeys } from './imports/find-importer.ts';
import { importInForeground } from './imports/import-in-foreground.ts';
import { importReportLines } from './imports/import-report.ts';

const usage = `Usage:
  npm run import -- [source] files… [--check] [--as e-mail]
  npm run import -- csv --mapping mapping.json file [--check] [--as e-mail]`;

/** An error that the person who runs the command can correct. Its message is printed without a stack trace. */
class UsageError extends Error {}

async function run(): Promise<void> {
  const { values, positionals } = readArguments();
  const read = readSettings(process.env);
  if ('errors' in read) throw new UsageError(read.errors.join('\n'));
  const { source, files, mapping } = await (positionals[0] === csvSource
    ? ownTable(positionals.slice(1), values.mapping)
    : sourceAndFiles(positionals));
  const desk = new pg.Pool({ connectionString: read.settings.urls.desk, max: 4 });
  // The pool replaces a lost idle connection when it next needs one.
  desk.on('error', () => undefined);
  const client = deskClient(desk);
  try {
    const person = await client.user.findFirst({
      where: values.as === undefined ? { suspended: false, role: { in: ['EDITOR', 'ADMIN'] } } : { email: values.as },
      orderBy: { createdAt: 'asc' },
    });
    if (!person || person.suspended)
      throw new UsageError(
        values.as === undefined
          ? 'The desk has no active editor or administrator. Start Chancery with npm start and create one at the desk, or name another user with --as.'
          : `The desk has no active user with the e-mail address ${values.as}. Name another user with --as.`,
      );
    console.log(`Importing from ${source} on behalf of ${person.name} <${person.email}>:`);
    const imported = await importInForeground({
      ...{ desk, client, source, files, by: person.id },
      ...(mapping ? { mapping } : {}),
      checkOnly: values.check === true,
      progress: showProgress,
    });
    for await (const line of importReportLines(desk, imported)) console.log(line);
    if ((imported.written ?? imported.checked).some(({ outcome }) => outcome === 'ERROR')) process.exitCode = 2;
  } finally {
    await client.$disconnect();
    await desk.end();
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { check: { type: 'boolean' }, as: { type: 'string' }, mapping: { type: 'string' } },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

/** What to import: the key of the source, the files and, for a user's own table, the mapping. */
interface ImportInput {
  readonly source: string;
  readonly files: GivenFile[];
  readonly mapping?: object;
}

/** Returns an absolute path; a relative path starts from the folder in which the user ran npm. */
const fromHere = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path);

/**
 * Reads the arguments for a user's own table: its path and the path of its mapping.
 * @throws UsageError for wrong arguments, a missing file or an invalid mapping.
 */
async function ownTable(paths: readonly string[], mappingPath: string | undefined): Promise<ImportInput> {
  const [path, ...others] = paths;
  if (path === undefined || others.length > 0 || mappingPath === undefined)
    throw new UsageError(`Give one file, and the mapping of its columns with --mapping.\n${usage}`);
  for (const file of [path, mappingPath].map(fromHere))
    if (!existsSync(file)) throw new UsageError(`There is no file ${file}. Check the path.`);
  const mapping = readJson(fromHere(mappingPath));
  const read = parseMapping(mapping);
  if ('messages' in read) throw new UsageError(read.messages.map((message) => `${mappingPath}: ${message}`).join('\n'));
  const file: GivenFile = { name: read.mapping.file, open: () => createReadStream(fromHere(path)) };
  return { source: csvSource, files: [file], mapping: mapping as object };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      error instanceof SyntaxError
        ? `${path} is not valid JSON: ${message}. Correct the file.`
        : `${path} cannot be read: ${message}. Check that it is a file that you may read.`,
    );
  }
}

/**
 * Reads the arguments for a published source: the key of the source, if the first argument is one, and the files.
 * Without a key, the source is recognized from the columns of the files.
 * @throws UsageError for missing files, and for files that do not belong to one known source.
 */
async function sourceAndFiles(args: readonly string[]): Promise<ImportInput> {
  const [first = ''] = args;
  const named = importerByKey(first);
  const paths = (named ? args.slice(1) : args).map(fromHere);
  if (paths.length === 0) throw new UsageError(`Give the files to import.\n${usage}\nSources: ${sourceKeys()}`);
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined)
    throw new UsageError(
      named || missing !== paths[0]
        ? `There is no file ${missing}. Check the path.`
        : `${first} is neither a source nor a file. Check the path, or give one of the sources ${sourceKeys()}.`,
    );
  const files = paths.map((path): GivenFile => ({ name: basename(path), open: () => createReadStream(path) }));
  const heads = await Promise.all(
    files.map(async (file) => ({ id: file.name, name: file.name, ...(await readFileHead(file)) })),
  );
  const recognition = recognize(heads, named ? [named] : importers);
  const fileProblem = heads.find(({ problem }) => problem !== null)?.problem;
  // If the source is named, the importer reports problems of the files later, by line and column.
  if (!named && !recognition.ok)
    throw new UsageError(
      fileProblem ??
        recognition.problems.map(({ file, message }) => (file === '' ? message : `${file}: ${message}`)).join('\n'),
    );
  const recognized = recognition.ok ? recognition : undefined;
  return {
    source: (named ?? recognized?.importer)?.manifest.key ?? '',
    files: files.map((file) => ({ ...file, name: recognized?.roles.get(file.name) ?? file.name })),
  };
}

let lastShown = 0;
function showProgress(phase: string, done: number, total: number): void {
  if (!process.stderr.isTTY || Date.now() - lastShown < 500) return;
  lastShown = Date.now();
  process.stderr.write(`\r${phase} ${done} of ${total} rows\u001b[K`);
  if (done >= total) process.stderr.write('\r\u001b[K');
}

try {
  await run();
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  if (!(error instanceof UsageError))
    console.error('The import failed because of an internal error, which is printed above. Try again, or report it.');
  process.exitCode = 1;
}
