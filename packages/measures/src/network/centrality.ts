import { UndirectedGraph } from 'graphology';
import { betweenness, eigenvector } from 'graphology-metrics/centrality/index.js';
import { density } from 'graphology-metrics/graph/density.js';
import type { Reference } from '../measured.ts';

/** Where the measures of centrality were defined. */
export const centralityReference: Reference = {
  text: 'Freeman 1978, Social Networks 1(3): 215-239; Bonacich 1972, Journal of Mathematical Sociology 2(1): 113-120; Brandes 2001, Journal of Mathematical Sociology 25(2): 163-177',
  doi: '10.1016/0378-8733(78)90021-7',
};

/** How central one node is among N, each as a share of the most that it could be. */
export interface Centrality {
  /** Ties, by N - 1. */
  readonly degree: number;
  /** The sum of the weights of its ties; without weights, their number. */
  readonly strength: number;
  /** Shortest paths of others that lead through it, by their number. */
  readonly betweenness: number;
  /** `(N - 1) / Σ d`; null where it cannot reach all others. */
  readonly closeness: number | null;
  /** `Σ 1/d / (N - 1)`, 0 for whom it cannot reach. */
  readonly harmonic: number;
  /** The share in the first eigenvector of the ties, whose squares add up to 1; null where there are no ties. */
  readonly eigenvector: number | null;
}

/** A network: the centrality of each node, and the share of possible ties that there are (null below two nodes). */
export interface NetworkMeasures<Id> {
  readonly density: number | null;
  readonly nodes: ReadonlyMap<Id, Centrality>;
}

/**
 * Measures an undirected network without self-ties or parallel ties: of those between the same two the first counts.
 * Weights make strength; for all else a tie is a tie.
 * @throws where a tie leads to a node that is not among the nodes
 */
export function networkMeasures(
  nodes: readonly string[],
  ties: Iterable<readonly [one: string, other: string, weight?: number]>,
): NetworkMeasures<string> {
  const graph = new UndirectedGraph({ multi: false, allowSelfLoops: false });
  for (const node of nodes) graph.addNode(node);
  for (const [one, other, weight = 1] of ties) {
    const stranger = [one, other].find((node) => !graph.hasNode(node));
    if (stranger !== undefined) throw new Error(`a tie leads to ${stranger}, which is not among the nodes`);
    if (one !== other && !graph.hasEdge(one, other)) graph.addEdge(one, other, { weight });
  }
  const others = nodes.length - 1;
  // Neither library function takes a network without ties.
  const between = graph.size === 0 ? {} : betweenness(graph, { getEdgeWeight: null, normalized: true });
  const shares =
    graph.size === 0 ? undefined : eigenvector(graph, { getEdgeWeight: null, maxIterations: 10_000, tolerance: 1e-10 });
  const measure = (node: string): Centrality => {
    const distances = distancesFrom(graph, node);
    const far = distances.reduce((sum, distance) => sum + distance, 0);
    return {
      degree: others > 0 ? graph.degree(node) / others : 0,
      strength: graph.reduceEdges(node, (sum, _tie, { weight }) => sum + Number(weight), 0),
      betweenness: between[node] ?? 0,
      closeness: distances.length === others && far > 0 ? others / far : null,
      harmonic: others > 0 ? distances.reduce((sum, distance) => sum + 1 / distance, 0) / others : 0,
      eigenvector: shares?.[node] ?? null,
    };
  };
  return {
    density: nodes.length < 2 ? null : density(graph),
    nodes: new Map(nodes.map((node) => [node, measure(node)])),
  };
}

/** How far it is to each node that can be reached. */
function distancesFrom(graph: UndirectedGraph, from: string): number[] {
  const seen = new Set([from]);
  const distances: number[] = [];
  let ring = [from];
  for (let distance = 1; ring.length > 0; distance += 1) {
    const next: string[] = [];
    for (const node of ring) {
      for (const neighbour of graph.neighbors(node)) {
        if (seen.has(neighbour)) continue;
        seen.add(neighbour);
        next.push(neighbour);
        distances.push(distance);
      }
    }
    ring = next;
  }
  return distances;
}
