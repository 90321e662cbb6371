import type { Importer } from '../../importer.ts';
import type { Line } from '../../line.ts';
import type { SourceRecord, TitleParts } from '../../source-record.ts';
import { edtfOf, runsBackwards, type Spell, sharedSpell } from '../../spell.ts';
import { allianceTitles, type UntitledAlliance } from '../alliance-titles.ts';
import { maxCowNumber } from '../cow-numbers.ts';
import { conditionOf, obligations } from './conditions.ts';
import { manifest } from './manifest.ts';

const yes = { 0: false, 1: true };
/** The largest number of a treaty or member. */
const maxNumber = 9_999;
const maxMembers = 59;
/** A note for the register on obligations that vary between the other members. */
const owedToSome =
  'The source says that its member owes this to some of the others and not to all, without saying to whom.';

/** A treaty from the file of alliances. */
interface Treaty {
  /** The Correlates of War numbers of all states that are members at some time. */
  readonly members: ReadonlySet<string>;
}

/** The treaties that were read so far. */
interface Treaties {
  readonly byNumber: Map<string, Treaty>;
  /** The ATOP number of a treaty, by its Correlates of War alliance number. */
  readonly byCowAlliance: Map<string, string>;
  readonly titleOf: (alliance: UntitledAlliance) => TitleParts;
}

/** A member in one phase of a treaty, and the obligations that it owes the other members. */
interface Member extends Spell {
  readonly state: string;
  readonly owes: readonly OwedObligation[];
}

interface OwedObligation {
  readonly obligationType: string;
  readonly values: SourceRecord['values'];
}

/**
 * Reads treaties, then members. Each line of the file of members is one member in one phase of a treaty, with the
 * obligations that it owes the other members. A new phase begins when an amendment changes the obligations, so an
 * obligation is imported for two members of the same phase and the days on which both are in it. Its line is that of
 * the member that is read later.
 *
 * The source has the dates of membership, but not the act by which a state became a member, so no party actions are
 * imported.
 */
export const atop: Importer = {
  manifest,
  begin: () => {
    const treaties: Treaties = { byNumber: new Map(), byCowAlliance: new Map(), titleOf: allianceTitles() };
    const phases = new Map<string, Member[]>();
    return (line) =>
      line.file.includes('alliances')
        ? recordsOfTreaty(line, treaties)
        : recordsOfMember(line, treaties.byNumber, phases);
  },
};

function* recordsOfTreaty(line: Line, { byNumber, byCowAlliance, titleOf }: Treaties): Generator<SourceRecord> {
  const number = line.requiredNumber('atopid', maxNumber);
  const begin = line.requiredDate('begyr', 'begmo', 'begday');
  const end = line.date('endyr', 'endmo', 'endday');
  if (begin !== undefined && runsBackwards({ begin, ...(end === undefined ? {} : { end }) }))
    line.report('endyr', `The end ${end} is before the start ${begin}. Correct one of the two.`);
  if (requiredOneOf(line, 'ineffect', yes) === (end !== undefined))
    line.report(
      'ineffect',
      '“ineffect” must be 1 if the row has no valid end date, otherwise 0. Correct “ineffect” or the end date.',
    );
  const isBilateral = requiredOneOf(line, 'bilat', yes);
  const owed = obligations.filter(({ column }) => requiredOneOf(line, column, yes));
  const members = new Set<string>();
  for (let index = 1; index <= maxMembers; index += 1) {
    const member = line.integer(`mem${index}`, { min: 1, max: maxNumber });
    if (member !== undefined) members.add(String(member));
  }
  if (members.size < 2)
    line.report(
      'mem2',
      'A treaty must have at least two different members. Enter their numbers in “mem1”, “mem2” and so on.',
    );
  const alliance = allianceOf(line, number, byCowAlliance);
  if (byNumber.has(number)) line.report('atopid', `Treaty ${number} occurs twice. Keep one of the two rows.`);
  checkEdition(line);
  if (line.problems.length > 0 || begin === undefined) return;

  byNumber.set(number, { members });
  if (alliance !== undefined) byCowAlliance.set(alliance, number);
  const place = { file: line.file, line: line.number };
  const key = `treaty ${number}`;
  yield {
    ...place,
    type: 'Agreement',
    key,
    values: {
      topics: ['ALLIANCE'],
      ...(isBilateral ? { openness: 'BILATERAL' } : {}),
      signed: { edtf: begin, basis: 'STATED' },
      ...(end === undefined ? {} : { ended: { edtf: end, basis: 'STATED' } }),
    },
    links: {},
    marks: {
      codes: [
        { scheme: 'ATOP', value: number },
        ...(alliance === undefined ? [] : [{ scheme: 'COW_ALLIANCE', value: alliance }]),
      ],
      actors: [...members].map((value) => ({ code: { scheme: 'COW', value, on: begin } })),
    },
    titleFrom: titleOf({
      kind: owed[0]?.pact ?? 'Alliance',
      parties: [...members],
      begin,
      number: `ATOP ${number}`,
    }),
  };
  yield {
    ...place,
    type: 'ExternalCode',
    key: `ATOP ${number}`,
    values: { scheme: 'ATOP', value: number, status: 'OFFICIAL' },
    links: { of: { record: key } },
  };
}

function* recordsOfMember(
  line: Line,
  treaties: ReadonlyMap<string, Treaty>,
  phases: Map<string, Member[]>,
): Generator<SourceRecord> {
  const number = line.requiredNumber('atopid', maxNumber);
  const state = line.requiredNumber('member', maxNumber);
  const treaty = treaties.get(number);
  if (!treaty) {
    if (number !== '')
      line.report(
        'atopid',
        `Treaty ${number} is not in the file of alliances, or its row there has a problem. Correct that row, or check that both files are from the same version.`,
      );
  } else if (state !== '' && !treaty.members.has(state))
    line.report(
      'member',
      `The file of alliances does not list state ${state} as a member of treaty ${number}. Check that both files are from the same version.`,
    );
  const begin = line.requiredDate('yrent', 'moent', 'dayent');
  const end = line.date('yrexit', 'moexit', 'dayexit');
  if (begin !== undefined && runsBackwards({ begin, ...(end === undefined ? {} : { end }) }))
    line.report('yrexit', `The exit ${end} is before the entry ${begin}. Correct one of the two.`);
  if (requiredOneOf(line, 'ineffect', yes) === (end !== undefined))
    line.report(
      'ineffect',
      '“ineffect” must be 1 if the row has no valid exit date, otherwise 0. Correct “ineffect” or the exit date.',
    );
  line.required('phase');
  const phase = line.integer('phase', { min: 0, max: 9 });
  const owes = owedBy(line);
  checkEdition(line);
  if (line.problems.length > 0 || begin === undefined) return;

  const member: Member = { state, begin, ...(end === undefined ? {} : { end }), owes };
  const others = phases.get(`${number} ${phase}`) ?? [];
  phases.set(`${number} ${phase}`, [...others, member]);
  for (const other of others) {
    const shared = other.state === state ? undefined : sharedSpell(other, member);
    if (!shared) continue;
    yield* recordsOfPair(line, { number, phase, from: other, to: member, shared });
    yield* recordsOfPair(line, { number, phase, from: member, to: other, shared });
  }
}

function* recordsOfPair(
  line: Line,
  {
    number,
    phase,
    from,
    to,
    shared,
  }: { number: string; phase: number | undefined; from: Member; to: Member; shared: Spell },
): Generator<SourceRecord> {
  for (const { obligationType, values } of from.owes) {
    yield {
      file: line.file,
      line: line.number,
      type: 'Obligation',
      key: `obligation ${number} ${from.state} ${to.state} ${obligationType} phase ${phase} from ${shared.begin}`,
      values: { obligationType, ...values, validity: { edtf: edtfOf(shared), basis: 'STATED' } },
      links: {
        agreement: { record: `treaty ${number}` },
        from: { code: { scheme: 'COW', value: from.state, on: shared.begin } },
        to: { code: { scheme: 'COW', value: to.state, on: shared.begin } },
      },
    };
  }
}

function owedBy(line: Line): OwedObligation[] {
  // Threat and secrecy are stated for each phase. If they are unknown, no value is imported.
  const threat = line.integer('specthrt', { min: 0, max: 6 });
  const isSecret = line.oneOf('pubsecr', { 0: false, 1: undefined, 2: true });
  const asymmetric = requiredOneOf(line, 'asymm', yes) ?? false;
  const varies = requiredOneOf(line, 'obvary', yes);
  return obligations.flatMap(({ column, obligationType, condition }) => {
    const isConditional = condition && requiredOneOf(line, condition.column, yes);
    const conditions = condition && conditionOf(line, condition);
    if (!requiredOneOf(line, column, yes)) return [];
    return {
      obligationType,
      values: {
        ...(isConditional === undefined ? {} : { conditional: isConditional }),
        ...(conditions ? { condition: conditions } : {}),
        ...(threat === undefined ? {} : { specificThreat: threat > 0 }),
        ...(isSecret === undefined ? {} : { secret: isSecret }),
        asymmetric,
        ...(varies ? { note: owedToSome } : {}),
      },
    };
  });
}

/**
 * Returns the Correlates of War number of the alliance. Returns `undefined` if the line has none, or if an earlier
 * treaty has the same number, which gives a note.
 */
function allianceOf(line: Line, number: string, byCowAlliance: ReadonlyMap<string, string>): string | undefined {
  const alliance = line.integer('cow4id', { min: 1, max: maxCowNumber });
  if (alliance === undefined) return undefined;
  const earlierTreaty = byCowAlliance.get(String(alliance));
  if (earlierTreaty === undefined || earlierTreaty === number) return String(alliance);
  line.omit(
    'cow4id',
    `Treaty ${earlierTreaty} already has the Correlates of War alliance number ${alliance}, so it is not imported for this treaty.`,
  );
  return undefined;
}

function requiredOneOf<Meaning>(
  line: Line,
  column: string,
  meanings: Readonly<Record<string, Meaning>>,
): Meaning | undefined {
  line.required(column);
  return line.oneOf(column, meanings);
}

function checkEdition(line: Line): void {
  if (line.text('version') !== manifest.version)
    line.report(
      'version',
      `The row has version “${line.text('version')}”, but this importer reads version ${manifest.version} only. Use a file of that version.`,
    );
}
