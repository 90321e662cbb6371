import { UndirectedGraph } from 'graphology';
import { betweenness, eigenvector } from 'graphology-metrics/centrality/index.js';
import { density } from 'graphology-metrics/graph/density.js';
import type { Reference } from '../statistic.ts';

/** The publications that define the measures of centrality. */
export const centralityReference: Reference = {
  text: 'Freeman 1978, Social Networks 1(3): 215-239; Bonacich 1972, Journal of Mathematical Sociology 2(1): 113-120; Brandes 2001, Journal of Mathematical Sociology 25(2): 163-177',
  doi: '10.1016/0378-8733(78)90021-7',
};

/**
 * The centrality of one node among N. Distances (`d`) are counted in ties. Except for strength and eigenvector, each
 * measure is a share of its maximum.
 */
export interface Centrality {
  /** The number of ties, divided by N - 1. */
  readonly degree: number;
  /** The sum of the weights of the node's ties; a tie without a weight counts 1. */
  readonly strength: number;
  /**
   * The share of the shortest paths between two other nodes that pass through this node, averaged over all such pairs.
   */
  readonly betweenness: number;
  /** `(N - 1) / Σ d`; null if the node cannot reach all other nodes, or if it is the only node. */
  readonly closeness: number | null;
  /** `(Σ 1/d) / (N - 1)`; nodes that cannot be reached add 0. */
  readonly harmonic: number;
  /**
   * The node's component of the first eigenvector, normalized so that the squares of all components sum to 1; null if
   * the network has no ties.
   */
  readonly eigenvector: number | null;
}

/** The measures of a network as a whole and of each of its nodes. */
export interface NetworkMeasures<Id> {
  /** The share of possible ties that exist; null if there are fewer than two nodes. */
  readonly density: number | null;
  readonly nodes: ReadonlyMap<Id, Centrality>;
}

/**
 * Computes the measures of an undirected network. Ties of a node to itself are ignored; of several ties between the
 * same nodes the first counts. Weights are used for strength only and are 1 by default.
 * @throws Error if a tie has a node that is not in `nodes`, or if the eigenvector does not converge.
 */
export function networkMeasures(
  nodes: readonly string[],
  ties: Iterable<readonly [one: string, other: string, weight?: number]>,
): NetworkMeasures<string> {
  const graph = new UndirectedGraph({ multi: false, allowSelfLoops: false });
  for (const node of nodes) graph.addNode(node);
  for (const [one, other, weight = 1] of ties) {
    const unknownNode = [one, other].find((node) => !graph.hasNode(node));
    if (unknownNode !== undefined) throw new Error(`a tie leads to ${unknownNode}, which is not in the list of nodes`);
    if (one !== other && !graph.hasEdge(one, other)) graph.addEdge(one, other, { weight });
  }
  const others = nodes.length - 1;
  // Both library functions fail on a network without ties.
  const betweennessOf = graph.size === 0 ? {} : betweenness(graph, { getEdgeWeight: null, normalized: true });
  const eigenvectorOf =
    graph.size === 0 ? undefined : eigenvector(graph, { getEdgeWeight: null, maxIterations: 10_000, tolerance: 1e-10 });
  const measure = (node: string): Centrality => {
    const distances = distancesFrom(graph, node);
    const totalDistance = distances.reduce((sum, distance) => sum + distance, 0);
    return {
      degree: others > 0 ? graph.degree(node) / others : 0,
      strength: graph.reduceEdges(node, (sum, _tie, { weight }) => sum + Number(weight), 0),
      betweenness: betweennessOf[node] ?? 0,
      closeness: distances.length === others && totalDistance > 0 ? others / totalDistance : null,
      harmonic: others > 0 ? distances.reduce((sum, distance) => sum + 1 / distance, 0) / others : 0,
      eigenvector: eigenvectorOf?.[node] ?? null,
    };
  };
  return {
    density: nodes.length < 2 ? null : density(graph),
    nodes: new Map(nodes.map((node) => [node, measure(node)])),
  };
}

/** Returns the distances in ties to the other nodes that can be reached, nearest first. */
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
