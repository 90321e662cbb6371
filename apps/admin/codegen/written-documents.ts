import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A GraphQL document and its path, which error messages name. */
export interface GraphqlDocument {
  readonly path: string;
  readonly text: string;
}

/**
 * Reads the handwritten documents in a folder and its subfolders. Those in `*.desk.graphql` are for the desk endpoint,
 * all others for the public one.
 */
export function writtenDocuments(folder: string): { register: GraphqlDocument[]; desk: GraphqlDocument[] } {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.graphql'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const isDesk = ({ path }: GraphqlDocument) => path.endsWith('.desk.graphql');
  return { register: all.filter((each) => !isDesk(each)), desk: all.filter(isDesk) };
}
