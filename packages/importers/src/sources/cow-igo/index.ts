import type { Importer } from '../../importer.ts';
import type { Line } from '../../line.ts';
import type { SourceRecord } from '../../source-record.ts';
import { edtfOf } from '../../spell.ts';
import { manifest } from './manifest.ts';

const years = { min: 1815, max: 2014 };
const standings = { 1: 'FULL', 2: 'ASSOCIATE', 3: 'OBSERVER' } as const;

/** Organizations with their numbers, then who belonged to them, in years. Up to 1965 these were observed every fifth year. */
export const cowIgo: Importer = {
  manifest,
  begin: () => {
    const organizations = new Set<string>();
    return (line) =>
      line.file.includes('organizations')
        ? recordsOfOrganization(line, organizations)
        : recordsOfMembership(line, organizations);
  },
};

function* recordsOfOrganization(line: Line, organizations: Set<string>): Generator<SourceRecord> {
  const number = numberOf(line, 'ionum');
  const name = line.needed('longorgname');
  const abbreviation = line.text('ioname');
  const begin = line.integer('sdate', years);
  const end = line.integer('deaddate', years);
  if (begin !== undefined && end !== undefined && end < begin)
    line.report('deaddate', `It ends in ${end}, before it begins in ${begin}.`);
  const place = { file: line.file, line: line.number };
  const key = `organization ${number}`;
  if (organizations.has(number)) line.report('ionum', `Organization ${number} stands above already.`);
  if (line.problems.length === 0) organizations.add(number);
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
    links: { of: { record: key } },
  };
}

function* recordsOfMembership(line: Line, organizations: ReadonlySet<string>): Generator<SourceRecord> {
  const [organization, member] = [numberOf(line, 'ionum'), numberOf(line, 'ccode')];
  if (organization !== '' && !organizations.has(organization))
    line.report('ionum', `There is no organization ${organization} among the organizations.`);
  const status = line.oneOf('status', standings);
  const begin = line.integer('start_year', years);
  const end = line.integer('end_year', years);
  const lasts = line.oneOf('right_censored', { 0: false, 1: true });
  if (begin === undefined || end === undefined || end < begin)
    line.report('end_year', 'A spell has a first year, and a last one that is not before it.');
  if (lasts && end !== years.max)
    line.report('right_censored', `The data end in ${years.max}, and the spell in ${end}.`);
  if (status === undefined) {
    line.needed('status');
    return;
  }
  const validity = edtfOf({ begin: String(begin), ...(lasts ? {} : { end: String(end) }) });
  yield {
    file: line.file,
    line: line.number,
    type: 'Membership',
    key: `membership ${organization} ${member} ${status} from ${begin}`,
    values: { status, validity: { edtf: validity, basis: 'STATED' } },
    links: {
      organization: { record: `organization ${organization}` },
      member: { code: { scheme: 'COW', value: member, on: String(begin) } },
    },
  };
}

function numberOf(line: Line, column: 'ionum' | 'ccode'): string {
  line.needed(column);
  const number = line.integer(column, { min: 1, max: column === 'ionum' ? 9_999 : 999 });
  return number === undefined ? '' : String(number);
}
