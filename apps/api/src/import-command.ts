// npm run import -- [source] files…: brings files in from the command line, in the name of somebody who works at the desk.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type GivenFile, importers, recognise } from '@chancery/importers';
import { deskClient } from '@chancery/prisma/desk';
import pg from 'pg';
import { readSettings } from './env.ts';
import { readFileHead } from './imports/file-head.ts';
import { csvSource, importerByKey, parseMapping, sourceKeys } from './imports/find-importer.ts';
import { importInForeground } from './imports/import-in-foreground.ts';
import { reportOf } from './imports/import-report.ts';

const usage = 'npm run import -- [source] files… [--check] [--as e-mail], or csv --mapping mapping.json file';

/** Something that the person at the keyboard can put right, in one line. */
class Refusal extends Error {}

async function run(): Promise<void> {
  const { values, positionals } = readArguments();
  const read = readSettings(process.env);
  if ('problems' in read) throw new Refusal(read.problems.join('\n'));
  const given =
    positionals[0] === csvSource ? table(positionals.slice(1), values.mapping) : sourceAndFiles(positionals);
  const { source, files, mapping } = await given;
  const desk = new pg.Pool({ connectionString: read.settings.urls.desk, max: 4 });
  // An idle connection that the database ended is replaced when it is needed.
  desk.on('error', () => undefined);
  const client = deskClient(desk);
  try {
    const person = await client.user.findFirst({
      where: values.as === undefined ? { suspended: false, NOT: { role: 'CONTRIBUTOR' } } : { email: values.as },
      orderBy: { createdAt: 'asc' },
    });
    if (!person || person.suspended)
      throw new Refusal(
        values.as === undefined
          ? 'Nobody works at the desk yet. Start Chancery once with npm start.'
          : `Nobody with the address ${values.as} works at the desk.`,
      );
    console.log(`In the name of ${person.name} <${person.email}>, from ${source}:`);
    const imported = await importInForeground({
      ...{ desk, client, source, files, by: person.id },
      ...(mapping ? { mapping } : {}),
      checkOnly: values.check === true,
      progress: showProgress,
    });
    for await (const line of reportOf(desk, imported)) console.log(line);
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
    throw new Refusal(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

/** What is brought in. */
interface Given {
  readonly source: string;
  readonly files: GivenFile[];
  readonly mapping?: object;
}

const fromHere = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path);

/** A table of one's own, and the file that says what its columns mean. */
async function table(paths: readonly string[], mappingPath: string | undefined): Promise<Given> {
  const [path, ...others] = paths;
  if (path === undefined || others.length > 0 || mappingPath === undefined) throw new Refusal(usage);
  for (const each of [path, mappingPath].map(fromHere))
    if (!existsSync(each)) throw new Refusal(`There is no file ${each}.`);
  const mapping = json(fromHere(mappingPath));
  const read = parseMapping(mapping);
  if ('messages' in read) throw new Refusal(read.messages.map((message) => `${mappingPath}: ${message}`).join('\n'));
  const file: GivenFile = { name: read.mapping.file, open: () => createReadStream(fromHere(path)) };
  return { source: csvSource, files: [file], mapping: mapping as object };
}

function json(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Refusal(`${path} is no JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/** The source and its files: the source is named first, or told from the columns of the files. */
async function sourceAndFiles(given: readonly string[]): Promise<Given> {
  const [first = ''] = given;
  const named = importerByKey(first);
  const paths = (named ? given.slice(1) : given).map(fromHere);
  if (paths.length === 0) throw new Refusal(`Name the files: ${usage}. Sources: ${sourceKeys()}.`);
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined)
    throw new Refusal(`There is no file ${missing}, and no source of that name. Sources: ${sourceKeys()}.`);
  const files = paths.map((path): GivenFile => ({ name: basename(path), open: () => createReadStream(path) }));
  const headed = await Promise.all(
    files.map(async (file) => ({ id: file.name, name: file.name, ...(await readFileHead(file)) })),
  );
  const found = recognise(headed, named ? [named] : importers);
  const unread = headed.find(({ problem }) => problem !== null)?.problem;
  // Where the source is named, its reader says what is wrong with the files, by line and column.
  if (!named && !found.ok)
    throw new Refusal(unread ?? found.problems.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  const recognised = found.ok ? found : undefined;
  return {
    source: (named ?? recognised?.importer)?.manifest.key ?? '',
    files: files.map((file) => ({ ...file, name: recognised?.roles.get(file.name) ?? file.name })),
  };
}

let shown = 0;
function showProgress(phase: string, done: number, total: number): void {
  if (!process.stderr.isTTY || Date.now() - shown < 500) return;
  shown = Date.now();
  process.stderr.write(`\r${phase} ${done} of ${total} rows\u001b[K`);
  if (done >= total) process.stderr.write('\r\u001b[K');
}

try {
  await run();
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
}
