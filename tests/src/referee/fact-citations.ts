import type { Thing } from './register-state.ts';

/** The citations of a fact: its own, and where it came in a batch that of the batch, with the fact's line. */
export function citationsOf({ row, fact, state }: Thing): Thing[] {
  const own = state.all('Citation').filter((citation) => citation.row.fact_id === row.id);
  const batch = fact.batch_id ? state.one('ImportBatch', fact.batch_id) : null;
  if (!batch) return own;
  const { source_id, stance, modality, credibility, ...said } = batch.row;
  const retrieved = Object.entries(said).filter(([column]) => column.startsWith('retrieved_'));
  const made = {
    id: `cit_${String(row.id).split('_')[1]}`,
    fact_id: row.id,
    line: String(fact.batch_line),
    ...{ source_id, stance, modality, credibility },
    ...Object.fromEntries(retrieved),
  };
  return [...own, { __typename: 'Citation', row: made, fact: {}, state }];
}
