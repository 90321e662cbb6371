import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = resolve(import.meta.dirname, '../../..');

interface Room {
  readonly folder: string;
  /** As other rooms import it. */
  readonly name: string;
  readonly mayImport: readonly string[];
}

/** The rooms as ARCHITECTURE.md draws them: a table of folders, each with what it may import. */
function drawnRooms(): Room[] {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const rows = (/## The rooms\n([\s\S]*?)\n#/.exec(text)?.[1] ?? '').matchAll(/^\| `([\w/]+)` \|.*\| ([^|]+) \|$/gm);
  const drawn = [...rows].map(([, folder = '', words = '']) => ({ folder, words }));
  const nameOf = (folder: string) => `@chancery/${folder.split('/').at(-1)}`;
  const all = drawn.map(({ folder }) => nameOf(folder));
  return drawn.map(({ folder, words }) => ({
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

/** Everything that the files of a folder import, whether they are tests or not. */
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

const rooms = drawnRooms();

describe('the rooms import each other in one direction', () => {
  it('every workspace is a room that is drawn', () => {
    const workspaces = ['packages', 'apps'].flatMap((folder) =>
      readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
    );
    expect(rooms.map(({ folder }) => folder).sort()).toEqual([...workspaces, 'prisma', 'tests'].sort());
  });

  it.each(rooms)('$folder imports and depends on $mayImport', ({ folder, name, mayImport }) => {
    const allowed = [name, ...mayImport];
    const imports = importsOf(folder);
    expect(imports.length).toBeGreaterThan(10);
    const ours = imports.filter(({ specifier }) => specifier.startsWith('@chancery/'));
    const astray = ours.filter(({ specifier }) => !allowed.includes(specifier.split('/').slice(0, 2).join('/')));
    expect(astray).toEqual([]);
    const { dependencies = {}, devDependencies = {} } = JSON.parse(
      readFileSync(join(root, folder, 'package.json'), 'utf8'),
    );
    const needed = Object.keys({ ...dependencies, ...devDependencies }).filter((each) => each.startsWith('@chancery/'));
    expect(needed.filter((each) => !allowed.includes(each))).toEqual([]);
  });

  it.each(rooms.filter(({ folder }) => folder !== 'tests'))(
    '$folder reaches into no other room by its path',
    ({ folder }) => {
      const outside = importsOf(folder).filter(({ file, specifier }) => {
        if (!specifier.startsWith('.')) return false;
        return relative(join(root, folder), resolve(root, dirname(file), specifier)).startsWith('..');
      });
      expect(outside).toEqual([]);
    },
  );

  it.each(['packages/codebook', 'packages/changesets', 'packages/measures'])(
    '%s is pure: it needs neither Node.js nor a database',
    (folder) => {
      const inProduct = importsOf(join(folder, 'src')).filter(({ file }) => !/\.test\.ts$|\/testing\//.test(file));
      const { dependencies = {} } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      const known = Object.keys(dependencies);
      const strange = inProduct.filter(
        ({ specifier }) =>
          !specifier.startsWith('.') && !known.some((each) => specifier === each || specifier.startsWith(`${each}/`)),
      );
      expect(strange).toEqual([]);
      expect(known.filter((each) => /^(pg|prisma|@prisma|fastify|@apollo)/.test(each))).toEqual([]);
    },
  );

  it('the register is written by one room: no other has a statement that does', () => {
    const writing = rooms
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
    expect(writing).toEqual([]);
  });
});
