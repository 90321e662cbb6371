import { groupLines } from '../../group-lines.ts';
import type { Importer } from '../../importer.ts';
import type { Line } from '../../line.ts';
import type { SourceRecord, TitleParts } from '../../source-record.ts';
import { edtfOf, runsBackwards, type Spell, sharedSpell } from '../../spell.ts';
import { allianceTitles, type UntitledAlliance } from '../alliance-titles.ts';
import { maxCowNumber } from '../cow-numbers.ts';
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

/** One spell of a member, and the obligations that it owes the other members. */
interface Member extends Spell {
  readonly line: number;
  readonly state: string;
  readonly owes: readonly string[];
  /** True if the spell began before 1816, the first year of the data. */
  readonly isLeftCensored: boolean;
}

/** One line: an alliance, and one spell of one member. */
interface AllianceLine {
  readonly file: string;
  readonly number: string;
  readonly type: (typeof types)[keyof typeof types];
  readonly spell: Spell;
  readonly member: Member;
}

/**
 * Each line is one spell of one member of an alliance; the lines of an alliance are consecutive. Obligations between
 * two members hold on the days on which both are members, and have the line of the member that is read later.
 *
 * The flags of a line say what its member owes. A member without flags owes nothing, but the others owe it what their
 * flags say: in 1832 France was to defend Belgium, but not Belgium France, so the dyad has one obligation. If neither
 * of two members has a flag, each owes the other the obligation of the alliance type.
 */
export const cowAlliances: Importer = {
  manifest,
  begin: () => {
    const titleOf = allianceTitles();
    return groupLines({
      read: allianceLine,
      groupOf: ({ number }) => `alliance ${number}`,
      column: 'version4id',
      toRecords: (lines) =>
        recordsOfAlliance(
          lines[0],
          lines.map(({ member }) => member),
          titleOf,
        ),
    });
  },
};

/** Reads a line; `undefined` if it has problems. */
function allianceLine(line: Line): AllianceLine | undefined {
  const number = line.requiredNumber('version4id', maxCowNumber);
  const state = line.requiredNumber('ccode', maxCowNumber);
  line.required('ss_type');
  const type = line.oneOf('ss_type', types);
  const spell = spellOf(line, 'all');
  const memberSpell = spellOf(line, 'mem');
  const isLeftCensored = line.oneOf('left_censor', yes) ?? false;
  line.required('right_censor');
  const isRightCensored = line.oneOf('right_censor', yes);
  if (memberSpell && isRightCensored === (memberSpell.end !== undefined))
    line.report(
      'right_censor',
      '“right_censor” must be 1 if the row has no valid last day of membership, otherwise 0. Correct the flag or the last day.',
    );
  const owes = owedBy(line);
  if (line.text('version') !== manifest.version)
    line.report(
      'version',
      `The row has version “${line.text('version')}”, but this importer reads version ${manifest.version} only. Use a file of that version.`,
    );
  if (line.problems.length > 0 || !spell || !memberSpell || !type) return undefined;
  const member = { line: line.number, state, ...memberSpell, owes, isLeftCensored };
  return { file: line.file, number, type, spell, member };
}

function* recordsOfAlliance(
  { file, number, type, spell }: AllianceLine,
  members: readonly Member[],
  titleOf: (alliance: UntitledAlliance) => TitleParts,
): Generator<SourceRecord> {
  const place = { file, line: members[0]?.line ?? 0 };
  const agreement = `alliance ${number}`;
  // A state with several spells is one party, with the date of its first.
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
  for (const [index, member] of members.entries())
    for (const other of members.slice(0, index)) {
      const shared = other.state === member.state ? undefined : sharedSpell(other, member);
      if (!shared) continue;
      const owedByBoth = member.owes.length + other.owes.length === 0 ? [type.owed] : undefined;
      const asymmetric = member.owes.join() !== other.owes.join();
      for (const [from, to] of [
        [other, member],
        [member, other],
      ] as const)
        for (const obligationType of owedByBoth ?? from.owes)
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

function spellOf(line: Line, whose: 'all' | 'mem'): Spell | undefined {
  const begin = line.requiredDate(`${whose}_st_year`, `${whose}_st_month`, `${whose}_st_day`);
  const end = line.date(`${whose}_end_year`, `${whose}_end_month`, `${whose}_end_day`);
  if (begin === undefined) return undefined;
  const spell = { begin, ...(end === undefined ? {} : { end }) };
  if (runsBackwards(spell))
    line.report(`${whose}_end_year`, `The end ${end} is before the start ${begin}. Correct one of the two.`);
  return spell;
}

function owedBy(line: Line): string[] {
  return Object.entries(flags).flatMap(([column, obligationType]) => {
    if (line.text(column) === '')
      line.omit(column, 'The source does not say whether the member owes this, so no obligation is imported.');
    return line.oneOf(column, yes) ? [obligationType] : [];
  });
}

function validityOf(shared: Spell, ...members: readonly Member[]) {
  const note = 'It began earlier: the data begin on this day.';
  const isCut = members.some(({ isLeftCensored, begin }) => isLeftCensored && begin === shared.begin);
  return { edtf: edtfOf(shared), basis: 'STATED', ...(isCut ? { note } : {}) } as const;
}
