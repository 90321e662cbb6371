import { valueList } from '../value-list.ts';

export const stateRelationType = valueList('StateRelationType', 'How one state emerged from another or merged into it.', {
  SUCCEEDS: ['Succeeds', 'It is a new state and a successor of the other.'],
  CONTINUES: ['Continues', 'It is legally the same state in a changed form.'],
  SEPARATES_FROM: ['Separates from', 'It separated from the other, which continued to exist.'],
  MERGES_INTO: ['Merges into', 'It became part of the other.'],
  RENAMED_FROM: ['Renamed from', 'It is the same state under a new name.'],
});
