import type { Importer } from '../../importer.ts';
import type { Line } from '../../line.ts';
import type { SourceRecord, TitleParts } from '../../source-record.ts';
import { edtfOf, runsBackwards, type Spell, sharedSpell } from '../../spell.ts';
import { allianceTitles, type UntitledAlliance } from '../alliance-titles.ts';
import { conditionOf, obligations } from './conditions.ts';
import { manifest } from './manifest.ts';

const yes = { 0: false, 1: true };
const codes = { min: 1, max: 9_999 };
const mostMembers = 59;
const owedToSome =
  'The source says that its member owes this to some of the others and not to all, without saying to whom.';

/** A treaty as its own file tells of it. */
interface Treaty {
  /** The numbers of all who are members of it at some time. */
  readonly members: ReadonlySet<string>;
}

/** The treaties that were read. */
interface Treaties {
  readonly byNumber: Map<string, Treaty>;
  /** By number of an alliance of Correlates of War, the treaty that it is. */
  readonly ofAlliance: Map<string, string>;
  readonly titleOf: (alliance: UntitledAlliance) => TitleParts;
}

/** A member in one phase of a treaty, and what it owes the others in it. */
interface Member extends Spell {
  readonly state: string;
  readonly owes: readonly Owed[];
}

interface Owed {
  readonly obligationType: string;
  readonly values: SourceRecord['values'];
}

/**
 * Treaties, then their members: a line is one member in one phase of a treaty, with what it owes the others. A phase ends
 * where an amendment changes what is owed, so that it holds among those who are members of that phase, for the days that
 * they share. It is told at the line of the later of two.
 *
 * What a member did to become one is not told, only from when it was one: no act of it is recorded.
 */
export const atop: Importer = {
  manifest,
  begin: () => {
    const known: Treaties = { byNumber: new Map(), ofAlliance: new Map(), titleOf: allianceTitles() };
    const phases = new Map<string, Member[]>();
    return (line) =>
      line.file.includes('alliances') ? recordsOfTreaty(line, known) : recordsOfMember(line, known.byNumber, phases);
  },
};

function* recordsOfTreaty(line: Line, { byNumber, ofAlliance, titleOf }: Treaties): Generator<SourceRecord> {
  const number = numberOf(line, 'atopid');
  const begin = dateOf(line, 'beg');
  const end = dateOf(line, 'end');
  if (begin === undefined) line.report('begyr', 'A treaty has a beginning.');
  else if (runsBackwards({ begin, ...(end === undefined ? {} : { end }) }))
    line.report('endyr', `It ends on ${end}, before it begins on ${begin}.`);
  if (needed(line, 'ineffect', yes) === (end !== undefined))
    line.report('ineffect', 'It says otherwise than the last day of the treaty does.');
  const isBilateral = needed(line, 'bilat', yes);
  const owed = obligations.filter(({ column }) => needed(line, column, yes));
  const members = new Set<string>();
  for (let at = 1; at <= mostMembers; at += 1) {
    const member = line.integer(`mem${at}`, codes);
    if (member !== undefined) members.add(String(member));
  }
  if (members.size < 2) line.report('mem2', 'A treaty has two members or more.');
  const alliance = allianceOf(line, number, ofAlliance);
  if (byNumber.has(number)) line.report('atopid', `Treaty ${number} stands above already.`);
  refuseOtherEditions(line);
  if (line.problems.length > 0 || begin === undefined) return;

  byNumber.set(number, { members });
  if (alliance !== undefined) ofAlliance.set(alliance, number);
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
  const number = numberOf(line, 'atopid');
  const state = numberOf(line, 'member');
  const treaty = treaties.get(number);
  if (!treaty) line.report('atopid', `There is no treaty ${number} among the treaties.`);
  else if (!treaty.members.has(state)) line.report('member', `Treaty ${number} does not name ${state} as a member.`);
  const begin = dateOf(line, 'ent');
  const end = dateOf(line, 'exit');
  if (begin === undefined) line.report('yrent', 'A member has a day on which it enters.');
  else if (runsBackwards({ begin, ...(end === undefined ? {} : { end }) }))
    line.report('yrexit', `It leaves on ${end}, before it enters on ${begin}.`);
  if (needed(line, 'ineffect', yes) === (end !== undefined))
    line.report('ineffect', 'It says otherwise than the last day of the member does.');
  line.needed('phase');
  const phase = line.integer('phase', { min: 0, max: 9 });
  const owes = owedBy(line);
  refuseOtherEditions(line);
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

function owedBy(line: Line): Owed[] {
  // Whether the treaty names a threat and is secret is told of the phase; where it is not known nothing is recorded.
  const threat = line.integer('specthrt', { min: 0, max: 6 });
  const isSecret = line.oneOf('pubsecr', { 0: false, 1: undefined, 2: true });
  const asymmetric = needed(line, 'asymm', yes) ?? false;
  const varies = needed(line, 'obvary', yes);
  return obligations.flatMap(({ column, obligationType, condition }) => {
    const isConditional = condition && needed(line, condition.column, yes);
    const said = condition && conditionOf(line, condition);
    if (!needed(line, column, yes)) return [];
    return {
      obligationType,
      values: {
        ...(isConditional === undefined ? {} : { conditional: isConditional }),
        ...(said ? { condition: said } : {}),
        ...(threat === undefined ? {} : { specificThreat: threat > 0 }),
        ...(isSecret === undefined ? {} : { secret: isSecret }),
        asymmetric,
        ...(varies ? { note: owedToSome } : {}),
      },
    };
  });
}

/** The number of the alliance of Correlates of War that a treaty is, as the source says; it is one treaty at most. */
function allianceOf(line: Line, number: string, ofAlliance: ReadonlyMap<string, string>): string | undefined {
  const alliance = line.integer('cow4id', { min: 1, max: 999 });
  if (alliance === undefined) return undefined;
  const above = ofAlliance.get(String(alliance));
  if (above === undefined || above === number) return String(alliance);
  line.leave('cow4id', `Treaty ${above} is alliance ${alliance} of Correlates of War already.`);
  return undefined;
}

/** The date of three columns, which the source writes as `yrent`, `moent`, `dayent` or as `begyr`, `begmo`, `begday`. */
function dateOf(line: Line, what: 'beg' | 'end' | 'ent' | 'exit'): string | undefined {
  return what === 'beg' || what === 'end'
    ? line.date(`${what}yr`, `${what}mo`, `${what}day`)
    : line.date(`yr${what}`, `mo${what}`, `day${what}`);
}

function numberOf(line: Line, column: string): string {
  line.needed(column);
  return String(line.integer(column, codes) ?? '');
}

function needed<Meaning>(line: Line, column: string, meanings: Readonly<Record<string, Meaning>>): Meaning | undefined {
  line.needed(column);
  return line.oneOf(column, meanings);
}

function refuseOtherEditions(line: Line): void {
  if (line.text('version') !== manifest.version)
    line.report('version', `This is the importer of the edition of ${manifest.version}.`);
}
