import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = resolve(import.meta.dirname, '../../..');

interface Workspace {
  readonly folder: string;
  /** The name of its package. */
  readonly name: string;
  readonly mayImport: readonly string[];
}

/** Returns the workspaces that the table in ARCHITECTURE.md lists, with the packages that each may import. */
function documentedWorkspaces(): Workspace[] {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const rows = text.matchAll(/^\| `((?:packages|apps)\/\w+|prisma|tests)` \|.*\| ([^|]+) \|$/gm);
  const table = [...rows].map(([, folder = '', words = '']) => ({ folder, words }));
  const nameOf = (folder: string) => `@chancery/${folder.split('/').at(-1)}`;
  const all = table.map(({ folder }) => nameOf(folder));
  return table.map(({ folder, words }) => ({
    folder,
    name: nameOf(folder),
    mayImport:
      words === 'all' ? all : words === 'nothing of ours' ? [] : words.split(', ').map((word) => `@chancery/${word}`),
  }));
}

interface Import {
  readonly file: string;
  readonly specifier: string;
}

const skipped = /(^|\/)(node_modules|dist|\.next|\.turbo|generated)(\/|$)/;

/** Returns the imports in the source files of a folder, including its tests but not the benchmark. */
function importsOf(folder: string): Import[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs|js)$/.test(name) && !skipped.test(name) && !name.startsWith('bench/'))
    .flatMap((name) => {
      const file = join(folder, name);
      const text = readFileSync(join(root, file), 'utf8');
      const found = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*|\bmock\w*\(\s*)'([^'\s]+)'/g);
      return [...found].map(([, specifier = '']) => ({ file, specifier }));
    });
}

const workspaces = documentedWorkspaces();

describe('workspaces import each other in one direction', () => {
  it('ARCHITECTURE.md lists every workspace', () => {
    const folders = ['packages', 'apps'].flatMap((folder) =>
      readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
    );
    expect(workspaces.map(({ folder }) => folder).sort()).toEqual([...folders, 'prisma', 'tests'].sort());
  });

  it.each(workspaces)('$folder imports and depends on $mayImport', ({ folder, name, mayImport }) => {
    const allowed = [name, ...mayImport];
    const imports = importsOf(folder);
    expect(imports.length).toBeGreaterThan(10);
    const ours = imports.filter(({ specifier }) => specifier.startsWith('@chancery/'));
    const forbidden = ours.filter(({ specifier }) => !allowed.includes(specifier.split('/').slice(0, 2).join('/')));
    expect(forbidden).toEqual([]);
    const { dependencies = {}, devDependencies = {} } = JSON.parse(
      readFileSync(join(root, folder, 'package.json'), 'utf8'),
    );
    const needed = Object.keys({ ...dependencies, ...devDependencies }).filter((dependency) =>
      dependency.startsWith('@chancery/'),
    );
    expect(needed.filter((dependency) => !allowed.includes(dependency))).toEqual([]);
  });

  it.each(workspaces.filter(({ folder }) => folder !== 'tests'))(
    '$folder imports no file of another workspace by a relative path',
    ({ folder }) => {
      const outside = importsOf(folder).filter(({ file, specifier }) => {
        if (!specifier.startsWith('.')) return false;
        return relative(join(root, folder), resolve(root, dirname(file), specifier)).startsWith('..');
      });
      expect(outside).toEqual([]);
    },
  );

  it.each(['packages/codebook', 'packages/changesets', 'packages/measures'])(
    '%s needs neither Node.js nor a database',
    (folder) => {
      const productImports = importsOf(join(folder, 'src')).filter(({ file }) => !/\.test\.ts$|\/testing\//.test(file));
      const { dependencies = {} } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      const packages = Object.keys(dependencies);
      const undeclared = productImports.filter(
        ({ specifier }) =>
          !specifier.startsWith('.') &&
          !packages.some((name) => specifier === name || specifier.startsWith(`${name}/`)),
      );
      expect(undeclared).toEqual([]);
      expect(packages.filter((name) => /^(pg|prisma|@prisma|fastify|@apollo)/.test(name))).toEqual([]);
    },
  );

  it('only the ledger has SQL that writes the register, its history or the ledger', () => {
    const writers = workspaces
      .filter(({ folder }) => !['tests', 'packages/ledger', 'prisma'].includes(folder))
      .flatMap(({ folder }) =>
        readdirSync(join(root, folder, 'src'), { recursive: true, encoding: 'utf8' })
          .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !skipped.test(name))
          .map((name) => join(folder, 'src', name)),
      )
      .filter((file) =>
        /\b(INSERT INTO|UPDATE|DELETE FROM|TRUNCATE)\s+"?(register|history|ledger)\b/i.test(
          readFileSync(join(root, file), 'utf8'),
        ),
      );
    expect(writers).toEqual([]);
  });
});
