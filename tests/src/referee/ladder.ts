// The event ladder: scores on the Goldstein scale, summed.
import { goldsteinScoreOf } from '@chancery/codebook';
import { citationsOf } from './fact-citations.ts';
import type { RegisterNode } from './register-state.ts';
import { storedDate } from './values.ts';

/** Returns the Goldstein score of an event: the editor's, or that of its CAMEO code; `null` if it has neither. */
export function scoreOf({ row }: RegisterNode): number | null {
  if (typeof row.score_override === 'number') return row.score_override;
  return typeof row.cameo_code === 'string' ? (goldsteinScoreOf(row.cameo_code) ?? null) : null;
}

const uncountedAuxiliaries = ['HYPOTHETICAL', 'FUTURE', 'NEGATION'];
const uncountedModalities = ['SPECULATED', 'PREDICTED', 'CONDITIONAL', 'DENIED'];

function isCounted(event: RegisterNode): boolean {
  const auxiliary = (event.row.auxiliary ?? []) as string[];
  if (auxiliary.some((value) => uncountedAuxiliaries.includes(value))) return false;
  const cited = citationsOf(event);
  return cited.length === 0 || cited.some(({ row }) => !uncountedModalities.includes(String(row.modality)));
}

/**
 * Returns the `EventLadder` that the API should return for these events. Leaves out hypothetical, future and negated
 * events, and those that all of their citations speculate about, predict, make conditional or deny.
 */
export function ladderOf(events: readonly RegisterNode[]): unknown {
  const counted = events.filter(isCounted);
  const years = [...new Set(counted.map(yearOf))].sort((a, b) => (a ?? 1e9) - (b ?? 1e9));
  return {
    __typename: 'EventLadder',
    ...sums(counted),
    unscored: counted.filter((event) => scoreOf(event) === null).length,
    scale: 'Goldstein 1992, as extended to CAMEO: -10 to 10',
    years: years.map((year) => ({
      __typename: 'EventLadderYear',
      year,
      ...sums(counted.filter((event) => yearOf(event) === year)),
    })),
  };
}

function yearOf({ row }: RegisterNode): number | null {
  const earliest = storedDate(row, 'date')?.earliest ?? null;
  return earliest === null || earliest.endsWith('infinity') ? null : Number(earliest.slice(0, 4));
}

function sums(events: readonly RegisterNode[]): Record<string, number | null> {
  const scores = events.flatMap((event) => scoreOf(event) ?? []);
  const total = (values: readonly number[]) => round(values.reduce((sum, score) => sum + score, 0));
  const cooperation = total(scores.filter((score) => score > 0));
  const conflict = total(scores.filter((score) => score < 0).map((score) => -score));
  const net = round(cooperation - conflict);
  return {
    cooperation,
    conflict,
    net,
    n: scores.length,
    mean: scores.length === 0 ? null : round(net / scores.length),
  };
}

// Rounds to six decimals. Adding 0 turns -0 into 0.
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0;
}
