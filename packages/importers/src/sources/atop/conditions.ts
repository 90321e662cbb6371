import type { Line } from '../../line.ts';

/** An obligation in the source: its column, and the columns of its conditions. */
interface Obligation {
  readonly column: string;
  /** The kind of treaty to name in a composed title if this is the strongest obligation of the treaty. */
  readonly pact: string;
  readonly obligationType: string;
  readonly condition?: Condition;
}

interface Condition {
  /** The column that says whether the obligation is conditional. */
  readonly column: string;
  /** The descriptions of conditions, by column. They are stored in the register. */
  readonly kinds: Readonly<Record<string, string>>;
}

const commonConditions = (prefix: string) => ({
  [`${prefix}adv`]: 'against certain adversaries only',
  [`${prefix}loc`]: 'in certain places only',
  [`${prefix}con`]: 'in a certain conflict only',
});
const conditionsWithCounts = (prefix: string) => ({
  ...commonConditions(prefix),
  [`${prefix}num`]: 'depending on the number of adversaries',
  [`${prefix}dem`]: 'depending on certain demands',
});

/** The five obligations of the source, strongest first. Only non-aggression has no conditions in the source. */
export const obligations: readonly Obligation[] = [
  {
    column: 'defense',
    pact: 'Defence pact',
    obligationType: 'DEFENSE',
    condition: {
      column: 'defcon',
      kinds: { ...conditionsWithCounts('defco'), defconpr: 'where the attack was not provoked' },
    },
  },
  {
    column: 'offense',
    pact: 'Offence pact',
    obligationType: 'OFFENSE',
    condition: { column: 'offcon', kinds: conditionsWithCounts('offco') },
  },
  {
    column: 'neutral',
    pact: 'Neutrality pact',
    obligationType: 'NEUTRALITY',
    condition: {
      column: 'neucon',
      kinds: {
        ...conditionsWithCounts('neuco'),
        neuconpr: 'where the attack was not provoked',
        neucoatt: 'where the other is attacked',
      },
    },
  },
  { column: 'nonagg', pact: 'Non-aggression pact', obligationType: 'NONAGGRESSION' },
  {
    column: 'consul',
    pact: 'Consultation pact',
    obligationType: 'CONSULTATION',
    condition: { column: 'concon', kinds: { ...commonConditions('conco'), concoreq: 'at the request of a member' } },
  },
];

const yes = { 0: false, 1: true };

/** Returns the conditions that a line states, in words; an empty string if it states none. */
export function conditionOf(line: Line, { kinds }: Condition): string {
  return Object.entries(kinds)
    .flatMap(([column, words]) => (line.oneOf(column, yes) ? [words] : []))
    .join('; ');
}
