import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A GraphQL document and where it stands, for messages. */
export interface WrittenDocument {
  readonly path: string;
  readonly text: string;
}

/** The documents written by hand: those in `*.desk.graphql` are sent to the desk endpoint, all others to the public one. */
export function writtenDocuments(folder: string): { register: WrittenDocument[]; desk: WrittenDocument[] } {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.graphql'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const isDesk = ({ path }: WrittenDocument) => path.endsWith('.desk.graphql');
  return { register: all.filter((each) => !isDesk(each)), desk: all.filter(isDesk) };
}
