import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..', '..');
const documents = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

describe('documents name files that exist', () => {
  it.each(documents)('%s', (document) => {
    const text = readFileSync(join(root, document), 'utf8');
    const paths = [...text.matchAll(/`((?:apps|packages|prisma|tests|docs)\/[^`\s*]*)`/g)].map(([, path = '']) => path);
    // `<type>` and the like stand for any name: the folder above must exist.
    const missing = paths.filter((path) => !existsSync(join(root, path.replace(/[^/]*<.*$/, ''))));
    expect(missing).toEqual([]);
  });
});
