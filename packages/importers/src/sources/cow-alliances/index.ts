import type { Importer } from '../../importer.ts';
import type { Line } from '../../line.ts';
import { linesTogether } from '../../lines-together.ts';
import type { SourceRecord, TitleParts } from '../../source-record.ts';
import { edtfOf, runsBackwards, type Spell, sharedSpell } from '../../spell.ts';
import { allianceTitles, type UntitledAlliance } from '../alliance-titles.ts';
import { manifest } from './manifest.ts';

const types = {
  'Type I: Defense Pact': { pact: 'Defence pact', owed: 'DEFENSE' },
  'Type II: Neutrality': { pact: 'Neutrality pact', owed: 'NEUTRALITY' },
  'Type IIa: Non-Aggression Pact': { pact: 'Non-aggression pact', owed: 'NONAGGRESSION' },
  'Type IIb: Non-Aggression Pact': { pact: 'Non-aggression pact', owed: 'NONAGGRESSION' },
  'Type III: Entente': { pact: 'Entente', owed: 'CONSULTATION' },
} as const;
const flags = {
  defense: 'DEFENSE',
  neutrality: 'NEUTRALITY',
  nonaggression: 'NONAGGRESSION',
  entente: 'CONSULTATION',
} as const;
const yes = { 0: false, 1: true };

/** A member in one of its spells, and what it owes the others in it. */
interface Member extends Spell {
  readonly line: number;
  readonly state: string;
  readonly owes: readonly string[];
  readonly isOfBefore1816: boolean;
}

/** What a line says of its alliance, and of a member of it. */
interface AllianceLine {
  readonly file: string;
  readonly number: string;
  readonly type: (typeof types)[keyof typeof types];
  readonly spell: Spell;
  readonly member: Member;
}

/**
 * A line is one spell of one member of an alliance, whose lines stand together. What two members owe each other is of the
 * line of the later of them, for the days on which both belong to it.
 *
 * The flags are read as they stand: they say what this member owes. A member without any owes nothing and is owed what
 * the others' flags say (France was to defend Belgium in 1832, not Belgium France), so that the two are allies by one
 * obligation. Only where neither of two members has a flag, what the type of the alliance says is owed both ways.
 */
export const cowAlliances: Importer = {
  manifest,
  begin: () => {
    const titleOf = allianceTitles();
    return linesTogether({
      read: allianceLine,
      of: ({ number }) => `alliance ${number}`,
      column: 'version4id',
      tell: (lines) =>
        recordsOfAlliance(
          lines[0],
          lines.map(({ member }) => member),
          titleOf,
        ),
    });
  },
};

/** What a line says, or nothing where something is wrong with it. */
function allianceLine(line: Line): AllianceLine | undefined {
  const number = numberOf(line, 'version4id');
  const state = numberOf(line, 'ccode');
  line.needed('ss_type');
  const type = line.oneOf('ss_type', types);
  const spell = spellOf(line, 'all');
  const ofMember = spellOf(line, 'mem');
  const isOfBefore1816 = line.oneOf('left_censor', yes) ?? false;
  line.needed('right_censor');
  const lasts = line.oneOf('right_censor', yes);
  if (ofMember && lasts === (ofMember.end !== undefined))
    line.report('right_censor', 'It says otherwise than the last day of the member does.');
  const owes = owedBy(line);
  if (line.text('version') !== manifest.version)
    line.report('version', `This is the importer of the edition of ${manifest.version}.`);
  if (line.problems.length > 0 || !spell || !ofMember || !type) return undefined;
  const member = { line: line.number, state, ...ofMember, owes, isOfBefore1816 };
  return { file: line.file, number, type, spell, member };
}

function* recordsOfAlliance(
  { file, number, type, spell }: AllianceLine,
  members: readonly Member[],
  titleOf: (alliance: UntitledAlliance) => TitleParts,
): Generator<SourceRecord> {
  const place = { file, line: members[0]?.line ?? 0 };
  const agreement = `alliance ${number}`;
  // A state in several spells is one party.
  const parties = [...new Map(members.toReversed().map((member) => [member.state, member])).values()].toReversed();
  yield {
    ...place,
    type: 'Agreement',
    key: agreement,
    values: {
      topics: ['ALLIANCE'],
      signed: { edtf: spell.begin, basis: 'STATED' },
      ...(spell.end === undefined ? {} : { ended: { edtf: spell.end, basis: 'STATED' } }),
    },
    links: {},
    marks: {
      codes: [{ scheme: 'COW_ALLIANCE', value: number }],
      actors: parties.map(({ state, begin }) => ({ code: { scheme: 'COW', value: state, on: begin } })),
    },
    titleFrom: titleOf({
      kind: type.pact,
      parties: parties.map(({ state }) => state),
      begin: spell.begin,
      number: `COW alliance ${number}`,
    }),
  };
  yield {
    ...place,
    type: 'ExternalCode',
    key: `COW_ALLIANCE ${number}`,
    values: { scheme: 'COW_ALLIANCE', value: number, status: 'OFFICIAL' },
    links: { of: { record: agreement } },
  };
  for (const [at, member] of members.entries())
    for (const other of members.slice(0, at)) {
      const shared = other.state === member.state ? undefined : sharedSpell(other, member);
      if (!shared) continue;
      const owed = member.owes.length + other.owes.length === 0 ? [type.owed] : undefined;
      const asymmetric = member.owes.join() !== other.owes.join();
      for (const [from, to] of [
        [other, member],
        [member, other],
      ] as const)
        for (const obligationType of owed ?? from.owes)
          yield {
            file,
            line: member.line,
            type: 'Obligation',
            key: `obligation ${number} ${from.state} ${to.state} ${obligationType} from ${shared.begin}`,
            values: { obligationType, asymmetric, validity: validityOf(shared, other, member) },
            links: {
              agreement: { record: agreement },
              from: { code: { scheme: 'COW', value: from.state, on: shared.begin } },
              to: { code: { scheme: 'COW', value: to.state, on: shared.begin } },
            },
          };
    }
}

function numberOf(line: Line, column: string): string {
  line.needed(column);
  return String(line.integer(column, { min: 1, max: 999 }) ?? '');
}

function spellOf(line: Line, whose: 'all' | 'mem'): Spell | undefined {
  const begin = line.date(`${whose}_st_year`, `${whose}_st_month`, `${whose}_st_day`);
  const end = line.date(`${whose}_end_year`, `${whose}_end_month`, `${whose}_end_day`);
  if (begin === undefined) {
    line.report(`${whose}_st_year`, 'It has no beginning, and must have one.');
    return undefined;
  }
  const spell = { begin, ...(end === undefined ? {} : { end }) };
  if (runsBackwards(spell)) line.report(`${whose}_end_year`, `It ends on ${end}, before it begins on ${begin}.`);
  return spell;
}

function owedBy(line: Line): string[] {
  return Object.entries(flags).flatMap(([column, obligationType]) => {
    if (line.text(column) === '')
      line.leave(column, 'Whether the member owes it is not said: no obligation is recorded.');
    return line.oneOf(column, yes) ? [obligationType] : [];
  });
}

function validityOf(shared: Spell, ...members: readonly Member[]) {
  const note = 'It began earlier: the data begin on this day.';
  const isCut = members.some(({ isOfBefore1816, begin }) => isOfBefore1816 && begin === shared.begin);
  return { edtf: edtfOf(shared), basis: 'STATED', ...(isCut ? { note } : {}) } as const;
}
