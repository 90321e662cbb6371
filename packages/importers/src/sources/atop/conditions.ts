import type { Line } from '../../line.ts';

/** What is owed, as the source names it, and the columns of the conditions on which it is. */
interface Obligation {
  readonly column: string;
  /** What a treaty is called of which it is the strongest obligation. */
  readonly pact: string;
  readonly obligationType: string;
  readonly condition?: Condition;
}

interface Condition {
  /** Whether there is any. */
  readonly column: string;
  readonly kinds: Readonly<Record<string, string>>;
}

const common = (prefix: string) => ({
  [`${prefix}adv`]: 'against certain adversaries only',
  [`${prefix}loc`]: 'in certain places only',
  [`${prefix}con`]: 'in a certain conflict only',
});
const counted = (prefix: string) => ({
  ...common(prefix),
  [`${prefix}num`]: 'depending on the number of adversaries',
  [`${prefix}dem`]: 'depending on certain demands',
});

/** The five obligations of the source, the strongest first. Non-aggression has no conditions there. */
export const obligations: readonly Obligation[] = [
  {
    column: 'defense',
    pact: 'Defence pact',
    obligationType: 'DEFENSE',
    condition: { column: 'defcon', kinds: { ...counted('defco'), defconpr: 'where the attack was not provoked' } },
  },
  {
    column: 'offense',
    pact: 'Offence pact',
    obligationType: 'OFFENSE',
    condition: { column: 'offcon', kinds: counted('offco') },
  },
  {
    column: 'neutral',
    pact: 'Neutrality pact',
    obligationType: 'NEUTRALITY',
    condition: {
      column: 'neucon',
      kinds: {
        ...counted('neuco'),
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
    condition: { column: 'concon', kinds: { ...common('conco'), concoreq: 'at the request of a member' } },
  },
];

const yes = { 0: false, 1: true };

/** The conditions of a line in words, empty where it states none. */
export function conditionOf(line: Line, { kinds }: Condition): string {
  return Object.entries(kinds)
    .flatMap(([column, words]) => (line.oneOf(column, yes) ? [words] : []))
    .join('; ');
}
