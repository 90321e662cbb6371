// Lists the licences of all third-party packages in package-lock.json. Fails on a licence that is neither permissive nor
// accepted below by name. With --write it also writes docs/third-party-licences.md.
import { readFileSync, writeFileSync } from 'node:fs';

const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
]);

/** Why packages under other licences may be used, by the names of the packages or the beginnings of the names. */
const accepted = {
  '@img/sharp-': 'Native image library of Next.js (LGPL-3.0): linked at run time, unchanged, not distributed by us.',
  '@fontsource-variable/': 'Fonts under the SIL Open Font License: may be served with any software.',
  'axe-core': 'Accessibility rules (MPL-2.0): used in tests only, unchanged.',
  'caniuse-lite': 'Browser data (CC BY 4.0): used by the build only.',
  elkjs: 'Graph layout (EPL-2.0): unchanged; part of Prisma Studio, which Chancery never starts.',
  'seq-queue':
    'Its manifest states no licence, its repository MIT. A dependency of mysql2, which Chancery never loads.',
};

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const rows = new Map();
for (const [place, { name: aliased, version, license, link }] of Object.entries(packages)) {
  if (!place.includes('node_modules/') || link) continue;
  const name = aliased ?? place.replace(/^.*node_modules\//, '');
  rows.set(`${name} ${version}`, { name, version, licence: license ?? 'not stated' });
}
const list = [...rows.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));

/** Returns true when each licence of an expression such as `(MIT OR CC0-1.0)` is permissive. */
const isPermissive = (licence) =>
  licence
    .replaceAll(/[()]/g, ' ')
    .split(/\s+(?:AND|OR|and|or)\s+/)
    .every((one) => permissive.has(one.trim()));
const reasonFor = (name) => Object.entries(accepted).find(([prefix]) => name.startsWith(prefix))?.[1];

const refused = list.filter(({ name, licence }) => !isPermissive(licence) && reasonFor(name) === undefined);
if (process.argv.includes('--write')) {
  const others = list.filter(({ licence }) => !isPermissive(licence));
  const text = [
    '# Third-party licences',
    '',
    'Written by `npm run licences` from package-lock.json. All packages that Chancery installs, also those for tests and builds.',
    '',
    '## Not plainly permissive',
    '',
    '| package | licence | why it may be used |',
    '|---|---|---|',
    ...others.map(({ name, version, licence }) => `| ${name} ${version} | ${licence} | ${reasonFor(name) ?? ''} |`),
    '',
    '## All',
    '',
    '| package | licence |',
    '|---|---|',
    ...list.map(({ name, version, licence }) => `| ${name} ${version} | ${licence} |`),
    '',
  ].join('\n');
  writeFileSync('docs/third-party-licences.md', text);
}
if (refused.length > 0) {
  const lines = refused.map(({ name, version, licence }) => `${name} ${version}: ${licence}`);
  console.error(
    `The licences of these packages are neither permissive nor accepted. Replace the packages, or add them to \`accepted\` in ${import.meta.filename} with a reason:`,
  );
  console.error(lines.join('\n'));
  process.exitCode = 1;
} else console.log(`${list.length} third-party packages, all permissive or accepted by name`);
