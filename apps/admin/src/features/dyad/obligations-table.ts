import type { DyadObligationPartsFragment } from '../../generated/register/graphql.ts';
import { lastAttested, type SpellOutput } from '../spells/spell.ts';

/** What one of two actors owes the other, as the register puts it together from its sources. */
export type DyadObligation = DyadObligationPartsFragment;
type Statement = DyadObligation['statements']['nodes'][number];

/** An obligation between two actors: owed by one to the other, or by each to the other. */
export interface ObligationRow {
  readonly key: string;
  readonly obligation: DyadObligation;
  /** The same the other way round: of the same kind, period and reading, from the same sources. */
  readonly back: DyadObligation | undefined;
  /** Whether sources state another period for the same kind in the same direction. */
  readonly isDiffering: boolean;
}

/** The rows of a table of obligations: what each owes the other in the same words is one row. */
export function obligationRows(obligations: readonly DyadObligation[]): ObligationRow[] {
  const taken = new Set<DyadObligation>();
  return obligations.flatMap((obligation) => {
    if (taken.has(obligation)) return [];
    const back = obligations.find((other) => !taken.has(other) && isSameBack(obligation, other));
    taken.add(obligation);
    if (back) taken.add(back);
    const isDiffering = obligations.some(
      (other) =>
        other !== obligation &&
        other.obligationType === obligation.obligationType &&
        other.from.id === obligation.from.id &&
        overlaps(other, obligation),
    );
    const key = obligation.statements.nodes[0]?.id ?? '';
    return [{ key, obligation, back, isDiffering }];
  });
}

/** The statement of an obligation that was attested last, and the obligation as a spell of that attestation. */
export function spellOf({ validity, reading, statements }: DyadObligation): {
  readonly spell: SpellOutput;
  readonly seen: Statement | undefined;
} {
  const spells = statements.nodes.map((seen) => {
    const { asOf, attestedUntil } = seen;
    return { spell: { validity, asOf, attestedUntil, reading } satisfies SpellOutput, seen };
  });
  const [latest] = spells.toSorted((a, b) => (lastAttested(b.spell) ?? '').localeCompare(lastAttested(a.spell) ?? ''));
  return latest ?? { spell: { validity, reading, attestedUntil: null }, seen: undefined };
}

function isSameBack(one: DyadObligation, other: DyadObligation): boolean {
  return (
    other.from.id === one.to.id &&
    other.obligationType === one.obligationType &&
    other.validity?.edtf === one.validity?.edtf &&
    other.reading === one.reading &&
    lastAttested(spellOf(other).spell) === lastAttested(spellOf(one).spell) &&
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

/** Whether two periods may have days in common; periods apart are two treaties, not two opinions. */
function overlaps({ validity: one }: DyadObligation, { validity: other }: DyadObligation): boolean {
  const starts = (date: DyadObligation['validity']) => date?.earliest ?? '-infinity';
  const ends = (date: DyadObligation['validity']) => date?.latest ?? 'infinity';
  return before(starts(one), ends(other)) && before(starts(other), ends(one));
}

function before(start: string, end: string): boolean {
  return start === '-infinity' || end === 'infinity' || (end !== '-infinity' && start <= end);
}
