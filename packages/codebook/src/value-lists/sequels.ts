import { valueList } from '../value-list.ts';

export const followsRelation = valueList('FollowsRelation', 'How a later fact follows an earlier one.', {
  HELD_AFTER_ANNOUNCEMENT: ['Held after announcement', 'The earlier fact is an announcement, and the later fact is the exercise or event that took place.'],
  AMENDS: ['Amends', 'The later instrument changes the earlier one.'],
  SUPERSEDES: ['Supersedes', 'The later fact replaces the earlier one.'],
  IMPLEMENTS: ['Implements', 'The later fact carries out the earlier one.'],
  CONTINUES: ['Continues', 'The later fact continues the earlier one.'],
});
