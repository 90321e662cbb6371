import { readingVersion } from '@chancery/codebook';
import {
  type AllianceScaleName,
  type Centrality,
  centralityReference,
  networkMeasures,
  type Reference,
} from '@chancery/measures';
import type { MeasureData, RegisterView } from '@chancery/reader';
import { allDyads, type ThrowIfCancelled } from './all-dyads.ts';
import { tiesIn } from './compare-alliances.ts';
import type { DyadValue, Member } from './comparison.ts';
import { type CoverageLine, coverageLines } from './contract.ts';
import { allianceSets } from './coverage.ts';
import type { MeasureEngine } from './measure-engine.ts';
import { type ResolvedOptions, resolveOptions } from './options.ts';
import type { Window } from './window.ts';

/** The networks by name, each with a description of its ties. */
export const networks = {
  ALLIANCES: 'Two states are tied if one of them owes the other an alliance obligation.',
  MEMBERSHIPS:
    'Two states are tied if both belong to the same organization; the weight is the number of such organizations. This is a projection: each organization ties all its members to each other, so nearly all states are tied.',
  EXERCISES:
    'Two states are tied if both took part in the same exercise that was held; the weight is the number of such exercises.',
} as const;

/** The name of a network. */
export type NetworkName = keyof typeof networks;

/** A request for a network. */
export interface NetworkRequest {
  readonly network: NetworkName;
  readonly system: ResolvedOptions['system'];
  readonly alliances: ResolvedOptions['alliances'];
  readonly organizations: ResolvedOptions['organizations'];
  readonly coverage: ResolvedOptions['coverage'];
  readonly convention?: ResolvedOptions['convention'] | null | undefined;
  readonly view: RegisterView;
}

/** A state in a network, with its centrality. */
export type NetworkNode = Centrality & { readonly state: Member };

/** A network of all states of a system, or the reason why there is none. */
export interface Network extends Omit<NetworkRequest, 'view' | 'coverage'> {
  readonly revision: number;
  readonly coverageRule: ResolvedOptions['coverage'];
  readonly coverage: readonly CoverageLine[];
  readonly readingVersion: number;
  readonly reason: string | null;
  readonly reasonCode: DyadValue['reasonCode'];
  /** What a tie means. */
  readonly scale: string;
  readonly convention: ResolvedOptions['convention'];
  readonly year: number;
  readonly on: string | null;
  readonly n: number;
  readonly ties: number;
  readonly density: number | null;
  readonly nodes: readonly NetworkNode[];
  readonly reference: Reference;
}

const counts = { MEMBERSHIPS: 'JOINT_MEMBERSHIPS', EXERCISES: 'JOINT_EXERCISES' } as const;

/** Computes the network of all states of a system in a window. */
export async function computeNetwork(
  engine: MeasureEngine,
  data: MeasureData,
  request: NetworkRequest,
  { window, throwIfCancelled }: { readonly window: Window; readonly throwIfCancelled: ThrowIfCancelled },
): Promise<Network> {
  const { members, ties, reason, convention, covered } =
    request.network === 'ALLIANCES'
      ? await allianceTies(engine, data, request, window)
      : await countTies(engine, counts[request.network], request, { window, throwIfCancelled });
  const { view, coverage: coverageRule, ...options } = request;
  const common = {
    ...options,
    revision: view.revision,
    convention,
    coverageRule,
    coverage: covered,
    readingVersion,
    scale: networks[request.network],
    year: window.year,
    on: window.on,
    reference: centralityReference,
  };
  if (reason !== null) return { ...common, ...pickReason(reason), n: 0, ties: 0, density: null, nodes: [] };
  const { density, nodes } = networkMeasures(
    members.map(({ id }) => id),
    ties,
  );
  return {
    ...common,
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

interface NetworkTies {
  readonly members: readonly Member[];
  readonly ties: readonly (readonly [string, string, number])[];
  /** Why there is no network; null if there is one. */
  readonly reason: Missing | null;
  readonly convention: ResolvedOptions['convention'];
  readonly covered: readonly CoverageLine[];
}

async function allianceTies(
  engine: MeasureEngine,
  data: MeasureData,
  { view, system, alliances: source, coverage }: NetworkRequest,
  window: Window,
): Promise<NetworkTies> {
  const members = await engine.members(view, system, window);
  const covered = await engine.coverage(view, allianceSets[source], window, coverage);
  const missing = covered.missing(window);
  const obligations = await data.obligations({ ...view, from: window.from, to: window.to, sources: covered.sources });
  const scale: AllianceScaleName = 'BINARY';
  const pairs = new Map<string, readonly [string, string, number]>();
  for (const { from, to } of tiesIn(obligations, { scale, direction: 'OWED' }, window)) {
    const [a, b] = from < to ? [from, to] : [to, from];
    if (members.has(a) && members.has(b)) pairs.set(`${a} ${b}`, [a, b, 1]);
  }
  return {
    members: [...members.values()],
    ties: [...pairs.values()],
    reason: missing ?? null,
    convention: 'STANDARD',
    covered: coverageLines(covered),
  };
}

async function countTies(
  engine: MeasureEngine,
  name: (typeof counts)[keyof typeof counts],
  { view, system, organizations, convention, coverage }: NetworkRequest,
  { window, throwIfCancelled }: { readonly window: Window; readonly throwIfCancelled: ThrowIfCancelled },
): Promise<NetworkTies> {
  const options = {
    system,
    coverage,
    ...(convention ? { convention } : {}),
    ...(name === 'JOINT_MEMBERSHIPS' ? { organizations } : {}),
  };
  const comparison = await engine.comparison({ name, options, view }, window);
  const ties: [string, string, number][] = [];
  let reason: Missing | null = null;
  for (const { state, others } of allDyads(comparison, throwIfCancelled))
    for (const other of others) {
      // Only missing coverage prevents a network; a single pair without a value does not.
      if (other.reasonCode === 'NOT_COVERED' || other.reasonCode === 'WITHHELD') reason = other;
      if (other.value !== null && other.value > 0) ties.push([state.id, other.state.id, other.value]);
    }
  return {
    members: comparison.members,
    ties,
    reason,
    convention: resolveOptions(name, options).convention,
    covered: comparison.contract.coverage,
  };
}
