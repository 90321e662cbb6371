import type { DyadObligationPartsFragment } from '../../generated/register/graphql.ts';
import { lastAttestedDayOf, type SpellOutput } from '../spells/spell.ts';

/** An obligation of one of two actors to the other, as the API combines it from several sources. */
export type DyadObligation = DyadObligationPartsFragment;
type Statement = DyadObligation['statements']['nodes'][number];

/** An obligation between two actors: owed by one to the other, or by each to the other. */
export interface ObligationRow {
  readonly key: string;
  readonly obligation: DyadObligation;
  /**
   * The same obligation in the other direction: with the same kind, period, reading, last attested day, agreements and
   * sources.
   */
  readonly reverse: DyadObligation | undefined;
  /** Whether another, overlapping period is stated for the same kind and direction. */
  readonly hasOtherPeriod: boolean;
}

/** Returns the rows of the table of obligations. Merges equal obligations in both directions into one row. */
export function obligationRows(obligations: readonly DyadObligation[]): ObligationRow[] {
  const merged = new Set<DyadObligation>();
  return obligations.flatMap((obligation) => {
    if (merged.has(obligation)) return [];
    const reverse = obligations.find((other) => !merged.has(other) && isReverse(obligation, other));
    merged.add(obligation);
    if (reverse) merged.add(reverse);
    const hasOtherPeriod = obligations.some(
      (other) =>
        other !== obligation &&
        other.obligationType === obligation.obligationType &&
        other.from.id === obligation.from.id &&
        overlaps(other, obligation),
    );
    const key = obligation.statements.nodes[0]?.id ?? '';
    return [{ key, obligation, reverse, hasOtherPeriod }];
  });
}

/** Returns the statement of an obligation that was attested last, and the obligation as a spell with its attestation. */
export function spellOf({ validity, reading, statements }: DyadObligation): {
  readonly spell: SpellOutput;
  readonly evidence: Statement | undefined;
} {
  const spells = statements.nodes.map((statement) => {
    const { asOf, attestedUntil } = statement;
    return { spell: { validity, asOf, attestedUntil, reading } satisfies SpellOutput, evidence: statement };
  });
  const [latest] = spells.toSorted((a, b) =>
    (lastAttestedDayOf(b.spell) ?? '').localeCompare(lastAttestedDayOf(a.spell) ?? ''),
  );
  return latest ?? { spell: { validity, reading, attestedUntil: null }, evidence: undefined };
}

function isReverse(one: DyadObligation, other: DyadObligation): boolean {
  return (
    other.from.id === one.to.id &&
    other.obligationType === one.obligationType &&
    other.validity?.edtf === one.validity?.edtf &&
    other.reading === one.reading &&
    lastAttestedDayOf(spellOf(other).spell) === lastAttestedDayOf(spellOf(one).spell) &&
    idsOf(other.agreements) === idsOf(one.agreements) &&
    idsOf(other.sources) === idsOf(one.sources)
  );
}

function idsOf({ nodes }: { readonly nodes: readonly { readonly id: string }[] }): string {
  return nodes
    .map(({ id }) => id)
    .sort()
    .join(' ');
}

/**
 * Returns true if two periods may overlap. Periods that do not overlap belong to different treaties, and are no
 * disagreement between sources.
 */
function overlaps({ validity: one }: DyadObligation, { validity: other }: DyadObligation): boolean {
  const starts = (date: DyadObligation['validity']) => date?.earliest ?? '-infinity';
  const ends = (date: DyadObligation['validity']) => date?.latest ?? 'infinity';
  return before(starts(one), ends(other)) && before(starts(other), ends(one));
}

function before(start: string, end: string): boolean {
  return start === '-infinity' || end === 'infinity' || (end !== '-infinity' && start <= end);
}
