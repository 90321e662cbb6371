import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A GraphQL document, with its path for error messages. */
export interface GraphqlDocument {
  readonly path: string;
  readonly text: string;
}

/**
 * Reads the handwritten documents in a folder and its subfolders, sorted by path. The files `*.desk.graphql` are for
 * the desk endpoint, all other `*.graphql` files for the public endpoint.
 */
export function readWrittenDocuments(folder: string): { register: GraphqlDocument[]; desk: GraphqlDocument[] } {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.graphql'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const isDesk = ({ path }: GraphqlDocument) => path.endsWith('.desk.graphql');
  return { register: all.filter((each) => !isDesk(each)), desk: all.filter(isDesk) };
}
