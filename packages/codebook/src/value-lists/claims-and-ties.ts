import { valueList } from '../value-list.ts';

export const followsRelation = valueList('FollowsRelation', 'How a later fact follows an earlier one.', {
  HELD_AFTER_ANNOUNCEMENT: ['Held after announcement', 'The later fact is the holding of what the earlier announced.'],
  AMENDS: ['Amends', 'The later instrument changes the earlier.'],
  SUPERSEDES: ['Supersedes', 'The later takes the place of the earlier.'],
  IMPLEMENTS: ['Implements', 'The later carries out the earlier.'],
  CONTINUES: ['Continues', 'The later goes on from the earlier.'],
});
