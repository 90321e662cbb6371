import { columnsOf, fieldsOf } from '@chancery/codebook';
import { asOfSql, type Scope, tableSql } from './scope.ts';

const columns = Object.entries(fieldsOf('Citation')).flatMap(([name, field]) =>
  columnsOf(name, field).map((column) => column.name),
);

// SQL for the columns of the citation that an import batch gives to each of its facts; other columns are NULL.
const fromBatch: Readonly<Record<string, string>> = {
  fact_id: 'f.id',
  source_id: 'b.source_id',
  line: 'f.batch_line::text',
  stance: 'b.stance',
  modality: 'b.modality',
  credibility: 'b.credibility',
  retrieved_edtf: 'b.retrieved_edtf',
  retrieved_earliest: 'b.retrieved_earliest',
  retrieved_latest: 'b.retrieved_latest',
  retrieved_basis: 'b.retrieved_basis',
  retrieved_note: 'b.retrieved_note',
};

/**
 * Returns SQL for a FROM item with the citations of one fact: its own citations and, if it was imported, a citation
 * made from its import batch, with the line of the fact in the file. The id of that citation is computed from the id of
 * the fact. The last EXISTS is evaluated once per statement: without batches, no fact is looked up to find its batch.
 */
export function citationsSql(scope: Scope, factId: string): string {
  const own = ['id', ...columns].map((name) => `c."${name}"`).join(', ');
  const batch = ["'cit_' || split_part(f.id, '_', 2)", ...columns.map((name) => fromBatch[name] ?? 'NULL')].join(', ');
  return `(SELECT ${own} FROM ${tableSql(scope, 'Citation')} c WHERE c.fact_id = ${factId}${asOfSql(scope, 'c')}
    UNION ALL SELECT ${batch} FROM ${tableSql(scope, 'fact')} f JOIN ${tableSql(scope, 'ImportBatch')} b ON b.id = f.batch_id${asOfSql(scope, 'b')}
    WHERE f.id = ${factId}${asOfSql(scope, 'f')} AND EXISTS (SELECT FROM ${tableSql(scope, 'ImportBatch')}))`;
}
