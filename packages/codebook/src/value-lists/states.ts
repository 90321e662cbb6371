import { valueList } from '../value-list.ts';

export const stateRelationType = valueList('StateRelationType', 'How one state follows from another.', {
  SUCCEEDS: ['Succeeds', 'It is a successor of the other, as a new state.'],
  CONTINUES: ['Continues', 'It is the same state in law, under a changed form.'],
  SEPARATES_FROM: ['Separates from', 'It left the other, which went on.'],
  MERGES_INTO: ['Merges into', 'It became part of the other.'],
  RENAMED_FROM: ['Renamed from', 'It is the other under a new name.'],
});
