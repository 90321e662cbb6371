import { type Scope, stood, tableIn } from '../compile/scope.ts';

/**
 * SQL for whether a fact belongs to what some sources say: it came in a batch of one of them, or one of them supports it
 * by a citation. `sources` is SQL for an array of their ids; where it is null every fact belongs.
 *
 * Written so that Postgres looks each fact up by its id (OFFSET 0): it would else read all facts of the sources to hash
 * them, which are hundreds of thousands of ballots where a few thousand roll calls are asked about.
 */
export function belongsSql(scope: Scope, fact: string, sources: string): string {
  const batches = `ARRAY(SELECT bb.id FROM ${tableIn(scope, 'ImportBatch')} bb WHERE bb.source_id = ANY (${sources})${stood(scope, 'bb')})`;
  return `(${sources} IS NULL
    OR (SELECT bf.batch_id FROM ${tableIn(scope, 'fact')} bf WHERE bf.id = ${fact}${stood(scope, 'bf')} OFFSET 0) = ANY (${batches})
    OR EXISTS (SELECT FROM ${tableIn(scope, 'Citation')} bc
      WHERE bc.fact_id = ${fact} AND bc.stance = 'SUPPORTS' AND bc.source_id = ANY (${sources})${stood(scope, 'bc')} OFFSET 0))`;
}
