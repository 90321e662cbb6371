// Generates the GraphQL documents of the generic screens from the codebook, and TypeScript with a typed document for each
// operation and fragment of this app.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screenDocuments } from '@chancery/codebook';
import { buildCountDocuments } from './census.ts';
import { printScreenRegistry } from './screen-registry.ts';
import { printTypedDocuments } from './typed-documents.ts';
import { readWrittenDocuments } from './written-documents.ts';

const app = join(import.meta.dirname, '..');
const generated = join(app, 'src', 'generated');
const schemaOf = (name: string) => readFileSync(join(app, '..', 'api', name), 'utf8');

const printed = screenDocuments().map(({ file, text }) => ({ path: `screens/${file}`, text }));
const census = { path: 'screens/census.graphql', text: buildCountDocuments() };
const fragments = printed.filter(({ path }) => path.endsWith('/fragments.graphql'));
const written = readWrittenDocuments(join(app, 'src', 'features'));

write(
  'register/graphql.ts',
  await printTypedDocuments(schemaOf('schema.graphql'), [...printed, census, ...written.register]),
);
write('desk/graphql.ts', await printTypedDocuments(schemaOf('desk.graphql'), [...fragments, ...written.desk]));
write('register/screens.ts', printScreenRegistry());

function write(name: string, text: string): void {
  const file = join(generated, name);
  mkdirSync(join(file, '..'), { recursive: true });
  // Replace the file in one step: a process that reads it at the same time gets the old content or the new one.
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
