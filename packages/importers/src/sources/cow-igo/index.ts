import type { Entry } from '../../entry.ts';
import type { Importer } from '../../importer.ts';
import type { Line } from '../../line.ts';
import { manifest } from './manifest.ts';

const years = { min: 1815, max: 2014 };
const standings = { 1: 'FULL', 2: 'ASSOCIATE', 3: 'OBSERVER' } as const;

/** Organizations with their numbers, then who belonged to them, in years. Up to 1965 these were observed every fifth year. */
export const cowIgo: Importer = {
  manifest,
  begin: () => (line) =>
    line.file.includes('organizations') ? entriesOfOrganization(line) : entriesOfMembership(line),
};

function* entriesOfOrganization(line: Line): Generator<Entry> {
  const number = line.needed('ionum');
  const name = line.needed('longorgname');
  const abbreviation = line.text('ioname');
  const begin = line.integer('sdate', years);
  const end = line.integer('deaddate', years);
  if (begin !== undefined && end !== undefined && end < begin)
    line.fault('deaddate', `It ends in ${end}, before it begins in ${begin}.`);
  const place = { file: line.file, line: line.number };
  const key = `organization ${number}`;
  yield {
    ...place,
    type: 'Organization',
    key,
    values: {
      name,
      ...(abbreviation ? { abbreviation } : {}),
      organizationType: 'IGO_FORMAL',
      ...(begin === undefined ? {} : { validity: { edtf: `${begin}/${end ?? '..'}`, basis: 'STATED' } }),
    },
    links: {},
    marks: { codes: [{ scheme: 'COW_IGO', value: number }], names: [name, line.text('orgname')] },
  };
  yield {
    ...place,
    type: 'ExternalCode',
    key: `COW_IGO ${number}`,
    values: { scheme: 'COW_IGO', value: number, status: 'OFFICIAL' },
    links: { of: { entry: key } },
  };
}

function* entriesOfMembership(line: Line): Generator<Entry> {
  const [organization, member] = [line.needed('ionum'), line.needed('ccode')];
  const status = line.oneOf('status', standings);
  const begin = line.integer('start_year', years);
  const end = line.integer('end_year', years);
  const lasts = line.oneOf('right_censored', { 0: false, 1: true });
  if (begin === undefined || end === undefined || end < begin)
    line.fault('end_year', 'A spell has a first year, and a last one that is not before it.');
  if (lasts && end !== years.max)
    line.fault('right_censored', `The data end in ${years.max}, and the spell in ${end}.`);
  if (status === undefined) {
    line.needed('status');
    return;
  }
  yield {
    file: line.file,
    line: line.number,
    type: 'Membership',
    key: `membership ${organization} ${member} ${status} from ${begin}`,
    values: { status, validity: { edtf: `${begin}/${lasts ? '..' : end}`, basis: 'STATED' } },
    links: {
      organization: { entry: `organization ${organization}` },
      member: { code: { scheme: 'COW', value: member, on: String(begin) } },
    },
  };
}
