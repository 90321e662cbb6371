import { columnsOf, fieldsOf } from '@chancery/codebook';
import { type Scope, stood, tableIn } from './scope.ts';

const columns = Object.entries(fieldsOf('Citation')).flatMap(([name, field]) =>
  columnsOf(name, field).map((column) => column.name),
);

// What a batch says of each of its facts, by the column of the citation that it makes.
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
 * SQL for the citations of one fact, to stand after FROM: its own, and where it came in an import batch the citation of
 * the batch with the fact's line as locator, under an id made from that of the fact. Whether there are batches at all is
 * seen once: where there are none no fact is looked up for its own.
 */
export function citationsOf(scope: Scope, factId: string): string {
  const own = ['id', ...columns].map((name) => `c."${name}"`).join(', ');
  const batch = ["'cit_' || split_part(f.id, '_', 2)", ...columns.map((name) => fromBatch[name] ?? 'NULL')].join(', ');
  return `(SELECT ${own} FROM ${tableIn(scope, 'Citation')} c WHERE c.fact_id = ${factId}${stood(scope, 'c')}
    UNION ALL SELECT ${batch} FROM ${tableIn(scope, 'fact')} f JOIN ${tableIn(scope, 'ImportBatch')} b ON b.id = f.batch_id${stood(scope, 'b')}
    WHERE f.id = ${factId}${stood(scope, 'f')} AND EXISTS (SELECT FROM ${tableIn(scope, 'ImportBatch')}))`;
}
