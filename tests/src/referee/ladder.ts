// Events on Goldstein's scale, summed one by one.
import { goldsteinOf } from '@chancery/codebook';
import { citationsOf } from './fact-citations.ts';
import type { Thing } from './register-state.ts';
import { storedDate } from './values.ts';

/** The score of an event. */
export function scoreOf({ row }: Thing): number | null {
  if (typeof row.score_override === 'number') return row.score_override;
  return typeof row.cameo_code === 'string' ? (goldsteinOf(row.cameo_code) ?? null) : null;
}

const unreal = ['HYPOTHETICAL', 'FUTURE', 'NEGATION'];
const unsaid = ['SPECULATED', 'PREDICTED', 'CONDITIONAL', 'DENIED'];

function counts(event: Thing): boolean {
  const auxiliary = (event.row.auxiliary ?? []) as string[];
  if (auxiliary.some((one) => unreal.includes(one))) return false;
  const cited = citationsOf(event);
  return cited.length === 0 || cited.some(({ row }) => !unsaid.includes(String(row.modality)));
}

/** The ladder of events. */
export function ladderOf(events: readonly Thing[]): unknown {
  const counted = events.filter(counts);
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

function yearOf({ row }: Thing): number | null {
  const earliest = storedDate(row, 'date')?.earliest ?? null;
  return earliest === null || earliest.endsWith('infinity') ? null : Number(earliest.slice(0, 4));
}

function sums(events: readonly Thing[]): Record<string, number | null> {
  const scores = events.flatMap((event) => scoreOf(event) ?? []);
  const total = (some: readonly number[]) => rounded(some.reduce((sum, score) => sum + score, 0));
  const cooperation = total(scores.filter((score) => score > 0));
  const conflict = total(scores.filter((score) => score < 0).map((score) => -score));
  const net = rounded(cooperation - conflict);
  return {
    cooperation,
    conflict,
    net,
    n: scores.length,
    mean: scores.length === 0 ? null : rounded(net / scores.length),
  };
}

// To the sixth decimal, and never minus zero.
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0;
}
