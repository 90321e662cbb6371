import type { RegisterNode } from './register-state.ts';

/** Returns the citations of a fact; for a fact of an import batch also the batch's citation, with the fact's line. */
export function citationsOf({ row, fact, state }: RegisterNode): RegisterNode[] {
  const own = state.all('Citation').filter((citation) => citation.row.fact_id === row.id);
  const batch = fact.batch_id ? state.one('ImportBatch', fact.batch_id) : null;
  if (!batch) return own;
  const { source_id, stance, modality, credibility, ...others } = batch.row;
  const retrieved = Object.entries(others).filter(([column]) => column.startsWith('retrieved_'));
  const derived = {
    id: `cit_${String(row.id).split('_')[1]}`,
    fact_id: row.id,
    line: String(fact.batch_line),
    ...{ source_id, stance, modality, credibility },
    ...Object.fromEntries(retrieved),
  };
  return [...own, { __typename: 'Citation', row: derived, fact: {}, state }];
}
