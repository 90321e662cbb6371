import {
  type AllianceScaleName,
  type Centrality,
  centralityReference,
  networkMeasures,
  type Reference,
} from '@chancery/measures';
import { covers, type MeasureData, type Seen } from '@chancery/reader';
import { allDyads } from './all-dyads.ts';
import { allianceSchemes, tiesIn } from './compare-alliances.ts';
import { type Member, uncovered } from './comparison.ts';
import { type SettledOptions, settle } from './options.ts';
import type { Reckoning } from './reckoning.ts';
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
export interface NetworkAsked {
  readonly network: NetworkName;
  readonly system: SettledOptions['system'];
  readonly alliances: SettledOptions['alliances'];
  readonly organizations: SettledOptions['organizations'];
  readonly convention?: SettledOptions['convention'] | null | undefined;
  readonly seen: Seen;
}

/** A state in a network. */
export type NetworkNode = Centrality & { readonly state: Member };

/** A network of all states of a system, or why there is none. */
export interface Network extends Omit<NetworkAsked, 'seen'> {
  readonly revision: number;
  readonly reason: string | null;
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
  reckoning: Reckoning,
  data: MeasureData,
  asked: NetworkAsked,
  window: Window,
): Promise<Network> {
  const found =
    asked.network === 'ALLIANCES'
      ? await alliances(reckoning, data, asked, window)
      : await counted(reckoning, counts[asked.network], asked, window);
  const { members, ties, reason, convention } = found;
  const { seen, ...what } = asked;
  const whole = {
    ...what,
    revision: seen.revision,
    convention,
    scale: networks[asked.network],
    year: window.year,
    on: window.on,
    reference: centralityReference,
  };
  if (reason !== null) return { ...whole, reason, n: 0, ties: 0, density: null, nodes: [] };
  const { density, nodes } = networkMeasures(
    members.map(({ id }) => id),
    ties,
  );
  return {
    ...whole,
    reason: null,
    n: members.length,
    ties: ties.length,
    density,
    nodes: members.flatMap((state) => {
      const centrality = nodes.get(state.id);
      return centrality ? [{ state, ...centrality }] : [];
    }),
  };
}

interface Found {
  readonly members: readonly Member[];
  readonly ties: readonly (readonly [string, string, number])[];
  readonly reason: string | null;
  readonly convention: SettledOptions['convention'];
}

async function alliances(
  reckoning: Reckoning,
  data: MeasureData,
  { seen, system, alliances: source }: NetworkAsked,
  window: Window,
): Promise<Found> {
  const members = await reckoning.members(seen, system, window);
  const obligations = await data.obligations({ ...seen, from: window.from, to: window.to }, allianceSchemes[source]);
  const scale: AllianceScaleName = 'BINARY';
  const reason = covers(obligations.coverage, window.year)
    ? null
    : uncovered(`alliances of ${source}`, obligations.coverage);
  const pairs = new Map<string, readonly [string, string, number]>();
  for (const { from, to } of tiesIn(obligations, { scale, direction: 'OWED' }, window)) {
    const [one, other] = from < to ? [from, to] : [to, from];
    if (members.has(one) && members.has(other)) pairs.set(`${one} ${other}`, [one, other, 1]);
  }
  return { members: [...members.values()], ties: [...pairs.values()], reason, convention: 'STANDARD' };
}

async function counted(
  reckoning: Reckoning,
  name: (typeof counts)[keyof typeof counts],
  { seen, system, organizations, convention }: NetworkAsked,
  window: Window,
): Promise<Found> {
  const options = {
    system,
    ...(convention ? { convention } : {}),
    ...(name === 'JOINT_MEMBERSHIPS' ? { organizations } : {}),
  };
  const comparison = await reckoning.comparison({ name, options, seen }, window);
  const ties: [string, string, number][] = [];
  let reason: string | null = null;
  for await (const { state, others } of allDyads(comparison))
    for (const other of others) {
      reason = other.reason;
      if (other.value !== null && other.value > 0) ties.push([state.id, other.state.id, other.value]);
    }
  return { members: comparison.members, ties, reason, convention: settle(name, options).convention };
}
