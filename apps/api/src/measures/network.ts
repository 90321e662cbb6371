import { readingVersion } from '@chancery/codebook';
import {
  type AllianceScaleName,
  type Centrality,
  centralityReference,
  networkMeasures,
  type Reference,
} from '@chancery/measures';
import type { MeasureData, Seen } from '@chancery/reader';
import { allDyads } from './all-dyads.ts';
import { tiesIn } from './compare-alliances.ts';
import type { DyadValue, Member } from './comparison.ts';
import { type CoverageLine, coverageLines } from './contract.ts';
import { allianceSets } from './coverage.ts';
import type { MeasureEngine } from './measure-engine.ts';
import { type SettledOptions, settle } from './options.ts';
import type { Window } from './window.ts';

/** What ties two states together in a network, each with what it means. */
export const networks = {
  ALLIANCES: 'An obligation of an alliance, whichever of the two owes it.',
  MEMBERSHIPS:
    'An organization to which both belong; the weight is how many. Each organization makes all its members neighbours: this is a projection, in which nearly everybody is tied to everybody.',
  EXERCISES: 'An exercise that was held and in which both took part; the weight is how many.',
} as const;

/** The name of a network. */
export type NetworkName = keyof typeof networks;

/** Which network is asked for. */
export interface NetworkRequest {
  readonly network: NetworkName;
  readonly system: SettledOptions['system'];
  readonly alliances: SettledOptions['alliances'];
  readonly organizations: SettledOptions['organizations'];
  readonly coverage: SettledOptions['coverage'];
  readonly convention?: SettledOptions['convention'] | null | undefined;
  readonly seen: Seen;
}

/** A state in a network. */
export type NetworkNode = Centrality & { readonly state: Member };

/** A network of all states of a system, or why there is none. */
export interface Network extends Omit<NetworkRequest, 'seen' | 'coverage'> {
  readonly revision: number;
  readonly coverageRule: SettledOptions['coverage'];
  readonly coverage: readonly CoverageLine[];
  readonly readingVersion: number;
  readonly reason: string | null;
  readonly reasonCode: DyadValue['reasonCode'];
  /** What a tie is. */
  readonly scale: string;
  readonly convention: SettledOptions['convention'];
  readonly year: number;
  readonly on: string | null;
  readonly n: number;
  readonly ties: number;
  readonly density: number | null;
  readonly nodes: readonly NetworkNode[];
  readonly reference: Reference;
}

const counts = { MEMBERSHIPS: 'JOINT_MEMBERSHIPS', EXERCISES: 'JOINT_EXERCISES' } as const;

/** Measures a network of all states of a system in a window. */
export async function networkOf(
  engine: MeasureEngine,
  data: MeasureData,
  asked: NetworkRequest,
  window: Window,
): Promise<Network> {
  const found =
    asked.network === 'ALLIANCES'
      ? await alliances(engine, data, asked, window)
      : await counted(engine, counts[asked.network], asked, window);
  const { members, ties, reason, convention, covered } = found;
  const { seen, coverage: coverageRule, ...what } = asked;
  const whole = {
    ...what,
    revision: seen.revision,
    convention,
    coverageRule,
    coverage: covered,
    readingVersion,
    scale: networks[asked.network],
    year: window.year,
    on: window.on,
    reference: centralityReference,
  };
  if (reason !== null) return { ...whole, ...pickReason(reason), n: 0, ties: 0, density: null, nodes: [] };
  const { density, nodes } = networkMeasures(
    members.map(({ id }) => id),
    ties,
  );
  return {
    ...whole,
    reason: null,
    reasonCode: null,
    n: members.length,
    ties: ties.length,
    density,
    nodes: members.flatMap((state) => {
      const centrality = nodes.get(state.id);
      return centrality ? [{ state, ...centrality }] : [];
    }),
  };
}

type Missing = Pick<DyadValue, 'reason' | 'reasonCode'>;

const pickReason = ({ reason, reasonCode }: Missing) => ({ reason, reasonCode });

interface Found {
  readonly members: readonly Member[];
  readonly ties: readonly (readonly [string, string, number])[];
  /** Why there is no network. */
  readonly reason: Missing | null;
  readonly convention: SettledOptions['convention'];
  readonly covered: readonly CoverageLine[];
}

async function alliances(
  engine: MeasureEngine,
  data: MeasureData,
  { seen, system, alliances: source, coverage }: NetworkRequest,
  window: Window,
): Promise<Found> {
  const members = await engine.members(seen, system, window);
  const covered = await engine.coverage(seen, allianceSets[source], window, coverage);
  const missing = covered.missing(window);
  const obligations = await data.obligations({ ...seen, from: window.from, to: window.to, sources: covered.sources });
  const scale: AllianceScaleName = 'BINARY';
  const pairs = new Map<string, readonly [string, string, number]>();
  for (const { from, to } of tiesIn(obligations, { scale, direction: 'OWED' }, window)) {
    const [one, other] = from < to ? [from, to] : [to, from];
    if (members.has(one) && members.has(other)) pairs.set(`${one} ${other}`, [one, other, 1]);
  }
  return {
    members: [...members.values()],
    ties: [...pairs.values()],
    reason: missing ?? null,
    convention: 'STANDARD',
    covered: coverageLines(covered),
  };
}

async function counted(
  engine: MeasureEngine,
  name: (typeof counts)[keyof typeof counts],
  { seen, system, organizations, convention, coverage }: NetworkRequest,
  window: Window,
): Promise<Found> {
  const options = {
    system,
    coverage,
    ...(convention ? { convention } : {}),
    ...(name === 'JOINT_MEMBERSHIPS' ? { organizations } : {}),
  };
  const comparison = await engine.comparison({ name, options, seen }, window);
  const ties: [string, string, number][] = [];
  let reason: Missing | null = null;
  for await (const { state, others } of allDyads(comparison))
    for (const other of others) {
      // A pair without data does not keep the others from being a network.
      if (other.reasonCode === 'NOT_COVERED' || other.reasonCode === 'WITHHELD') reason = other;
      if (other.value !== null && other.value > 0) ties.push([state.id, other.state.id, other.value]);
    }
  return {
    members: comparison.members,
    ties,
    reason,
    convention: settle(name, options).convention,
    covered: comparison.contract.coverage,
  };
}
