import { readFileSync, writeFileSync } from 'node:fs';
import { type ASTNode, parse, print, visit } from 'graphql';

// Records schema.graphql as the contract of a release, without descriptions. A test compares later schemas with it and
// refuses breaking changes. Run it with each release.
const folder = new URL('../', import.meta.url);
const document = parse(readFileSync(new URL('schema.graphql', folder), 'utf8'), { noLocation: true });
const bare = visit(document, {
  enter: (node: ASTNode) => ('description' in node ? { ...node, description: undefined } : undefined),
});
writeFileSync(new URL('released.graphql', folder), `${print(bare)}\n`);
