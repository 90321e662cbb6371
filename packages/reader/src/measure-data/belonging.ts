import { type Scope, stood, tableIn } from '../compile/scope.ts';

/**
 * SQL for whether a fact belongs to what some sources say: it came in a batch of one of them, or one of them supports it
 * by a citation. `sources` is SQL for an array of their ids; where it is null every fact belongs.
 */
export function belongsSql(scope: Scope, fact: string, sources: string): string {
  return `(${sources} IS NULL
    OR EXISTS (SELECT FROM ${tableIn(scope, 'fact')} bf JOIN ${tableIn(scope, 'ImportBatch')} bb ON bb.id = bf.batch_id${stood(scope, 'bb')}
      WHERE bf.id = ${fact} AND bb.source_id = ANY (${sources})${stood(scope, 'bf')})
    OR EXISTS (SELECT FROM ${tableIn(scope, 'Citation')} bc
      WHERE bc.fact_id = ${fact} AND bc.stance = 'SUPPORTS' AND bc.source_id = ANY (${sources})${stood(scope, 'bc')}))`;
}
