import type { DyadObligationPartsFragment } from '../../generated/register/graphql.ts';
import { lastAttestedDayOf, type SpellOutput } from '../spells/spell.ts';

/** An obligation of one of two actors to the other. The API combines matching statements of several sources in it. */
export type DyadObligation = DyadObligationPartsFragment;
type Statement = DyadObligation['statements']['nodes'][number];

/** A row of the table of obligations: an obligation of one actor to the other, or of each to the other. */
export interface ObligationRow {
  readonly key: string;
  readonly obligation: DyadObligation;
  /**
   * The same obligation in the other direction, with the same kind, period, reading, last attested day, agreements and
   * sources; undefined if there is none.
   */
  readonly reverse: DyadObligation | undefined;
  /** Whether sources state another period for the same kind and direction, and the two periods may overlap. */
  readonly hasOtherPeriod: boolean;
}

/** Returns the rows of the table of obligations. Two obligations that differ only in direction become one row. */
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

/**
 * Returns an obligation as a spell with the attestation of the statement that was attested last, and this statement as
 * `evidence`. Without statements, the spell has no attestation and `evidence` is undefined.
 */
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
 * Returns true if the periods of two obligations may overlap. Sources that state periods without an overlap need not
 * disagree: the periods may belong to different agreements.
 */
function overlaps({ validity: one }: DyadObligation, { validity: other }: DyadObligation): boolean {
  const starts = (date: DyadObligation['validity']) => date?.earliest ?? '-infinity';
  const ends = (date: DyadObligation['validity']) => date?.latest ?? 'infinity';
  return before(starts(one), ends(other)) && before(starts(other), ends(one));
}

function before(start: string, end: string): boolean {
  return start === '-infinity' || end === 'infinity' || (end !== '-infinity' && start <= end);
}
