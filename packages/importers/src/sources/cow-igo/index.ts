import type { Importer } from '../../importer.ts';
import type { Line } from '../../line.ts';
import type { SourceRecord } from '../../source-record.ts';
import { edtfOf } from '../../spell.ts';
import { maxCowNumber } from '../cow-numbers.ts';
import { manifest } from './manifest.ts';

const years = { min: 1815, max: 2014 };
const statuses = { 1: 'FULL', 2: 'ASSOCIATE', 3: 'OBSERVER' } as const;

/** The largest number of an organization. */
const maxOrganization = 9_999;

/** Reads organizations with their numbers, then memberships, whose bounds are years. */
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
  const number = line.requiredNumber('ionum', maxOrganization);
  const name = line.required('longorgname');
  const abbreviation = line.text('ioname');
  const begin = line.integer('sdate', years);
  const end = line.integer('deaddate', years);
  if (begin !== undefined && end !== undefined && end < begin)
    line.report('deaddate', `The last year ${end} is before the first year ${begin}. Correct one of the two.`);
  const place = { file: line.file, line: line.number };
  const key = `organization ${number}`;
  if (organizations.has(number)) line.report('ionum', `Organization ${number} occurs twice. Keep one of the two rows.`);
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
  const [organization, member] = [
    line.requiredNumber('ionum', maxOrganization),
    line.requiredNumber('ccode', maxCowNumber),
  ];
  if (organization !== '' && !organizations.has(organization))
    line.report(
      'ionum',
      `Organization ${organization} is not in the file of organizations, or its row there has a problem. Correct that row, or check that both files are from the same version.`,
    );
  const status = line.oneOf('status', statuses);
  for (const column of ['start_year', 'end_year']) line.required(column);
  const begin = line.integer('start_year', years);
  const end = line.integer('end_year', years);
  const isRightCensored = line.oneOf('right_censored', { 0: false, 1: true });
  if (begin !== undefined && end !== undefined && end < begin)
    line.report('end_year', `The last year ${end} is before the first year ${begin}. Correct one of the two.`);
  if (isRightCensored && end !== undefined && end !== years.max)
    line.report(
      'right_censored',
      `The spell ends in ${end}, but only spells that end with the data in ${years.max} can have this flag. Correct the flag or the last year.`,
    );
  if (status === undefined) {
    line.required('status');
    return;
  }
  const validity = edtfOf({ begin: String(begin), ...(isRightCensored ? {} : { end: String(end) }) });
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
