import { valueList } from '../value-list.ts';

export const organizationType = valueList('OrganizationType', 'What kind of organization it is.', {
  IGO_FORMAL: ['Formal intergovernmental organization', 'Founded by a treaty, with states as members and a secretariat.'],
  IGO_INFORMAL: ['Informal intergovernmental organization', 'States that meet regularly with no founding treaty, such as BRICS.'],
  ORGAN: ['Organ', 'An organ of another organization; it has seats, not members of its own right.'],
  EMANATION: ['Emanation', 'Founded by an organization rather than by states.'],
  ALLIANCE_ORG: ['Alliance organization', 'The standing organization of an alliance.'],
});

export const membershipStatus = valueList('MembershipStatus', 'In what standing an actor belongs to an organization.', {
  FULL: ['Full member', 'Member with all rights.'],
  ASSOCIATE: ['Associate', 'Member with lesser rights.'],
  OBSERVER: ['Observer', 'Attends without being a member.'],
  PARTNER: ['Partner', 'Bound by a partnership or dialogue short of membership.'],
  CANDIDATE: ['Candidate', 'Accepted as a candidate for membership.'],
  SUSPENDED: ['Suspended', 'Member whose rights are suspended.'],
  WITHDRAWN: ['Withdrawn', 'Left of its own will.'],
  EXPELLED: ['Expelled', 'Removed by the organization.'],
  NONE: ['None', 'Looked for, and not a member in any standing.'],
  UNKNOWN: ['Unknown', 'Belongs in some standing that nobody has found.'],
});
