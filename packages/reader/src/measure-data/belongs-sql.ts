import { asOfSql, type Scope, tableSql } from '../compile/scope.ts';
import { supportsSql } from '../computed/support.ts';

/**
 * Returns an SQL condition: a fact belongs to any of the given sources, because it came in an import batch of one of
 * them or because a citation of one of them supports it. `sources` is SQL for an array of their ids; if it is null,
 * every fact belongs.
 *
 * OFFSET 0 makes Postgres look up each fact by id. Otherwise it would read and hash all facts of the sources: hundreds
 * of thousands of ballots for a few thousand roll calls.
 */
export function belongsSql(scope: Scope, fact: string, sources: string): string {
  const batches = `ARRAY(SELECT bb.id FROM ${tableSql(scope, 'ImportBatch')} bb WHERE bb.source_id = ANY (${sources})${asOfSql(scope, 'bb')})`;
  return `(${sources} IS NULL
    OR (SELECT bf.batch_id FROM ${tableSql(scope, 'fact')} bf WHERE bf.id = ${fact}${asOfSql(scope, 'bf')} OFFSET 0) = ANY (${batches})
    OR EXISTS (SELECT FROM ${tableSql(scope, 'Citation')} bc
      WHERE bc.fact_id = ${fact} AND ${supportsSql('bc')} AND bc.source_id = ANY (${sources})${asOfSql(scope, 'bc')} OFFSET 0))`;
}
