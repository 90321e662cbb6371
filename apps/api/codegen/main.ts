// Generates the types of the desk's resolvers from the contract of the desk endpoint.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRegisterRoot } from '../src/endpoints/register-roots.ts';
import { printDeskTypes } from './desk-types.ts';

const app = join(import.meta.dirname, '..');
const file = join(app, 'src', 'generated', 'desk-types.ts');
const text = await printDeskTypes(readFileSync(join(app, 'desk.graphql'), 'utf8'), isRegisterRoot);

mkdirSync(join(file, '..'), { recursive: true });
// A process that reads the file meanwhile finds the old or the new one. An unchanged file does not cause a new build.
if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
