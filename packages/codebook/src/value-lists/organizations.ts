import { someOf, valueList } from '../value-list.ts';

export const organizationType = valueList('OrganizationType', 'The kind of organization.', {
  IGO_FORMAL: ['Formal intergovernmental organization', 'Founded by a treaty, with states as members and a secretariat.'],
  IGO_INFORMAL: ['Informal intergovernmental organization', 'States that meet regularly without a founding treaty, such as BRICS.'],
  ORGAN: ['Organ', 'An organ of another organization. It has seats rather than members.'],
  EMANATION: ['Emanation', 'Founded by an organization rather than by states.'],
  ALLIANCE_ORG: ['Alliance organization', 'The permanent organization of an alliance.'],
});

export const membershipStatus = valueList('MembershipStatus', 'The status of a membership in an organization.', {
  FULL: ['Full member', 'Member with all rights.'],
  ASSOCIATE: ['Associate', 'Member with limited rights.'],
  OBSERVER: ['Observer', 'Attends without being a member.'],
  PARTNER: ['Partner', 'Linked by a partnership or dialogue without membership.'],
  CANDIDATE: ['Candidate', 'Accepted as a candidate for membership.'],
  SUSPENDED: ['Suspended', 'Member whose rights are suspended.'],
  WITHDRAWN: ['Withdrawn', 'Left voluntarily.'],
  EXPELLED: ['Expelled', 'Removed by the organization.'],
  NONE: ['None', 'An editor has checked that there is no membership of any status.'],
  UNKNOWN: ['Unknown', 'Is a member, but the status is not known.'],
});

/** The statuses that count as membership in statistics. Only `FULL` counts as full membership. */
export const countedMembershipStatuses = someOf(membershipStatus, 'FULL', 'ASSOCIATE');
