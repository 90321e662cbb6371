import { linkType } from '../define-type.ts';
import { inverse, link, oneOf, spell, text, uncertainDate } from '../field.ts';
import { membershipStatus } from '../value-lists/organizations.ts';

export const membership = linkType('Membership', {
  singular: 'membership',
  plural: 'memberships',
  one: 'membership',
  many: 'memberships',
  prefix: 'mem',
  description: 'A state or organization belongs to an organization with a status and for a period. A change of status makes a separate membership.',
  labelTemplate: '{member} in {organization}',
  fields: {
    member: link('Actor', 'Member', 'The state or organization that is the member.', { required: true, cited: true, filterable: true, inverse: inverse('memberships', 'Memberships', 'The memberships of this actor in organizations, with status and dates.') }),
    organization: link('Organization', 'Organization', 'The organization to which the member belongs.', { required: true, cited: true, filterable: true, inverse: inverse('members', 'Members', 'The members of the organization, with status and dates.') }),
    status: oneOf(membershipStatus, 'Status', 'The status of the membership, such as full member or observer.', { required: true, cited: true, filterable: true, sortable: true }),
    validity: spell('Period', 'The period of the membership; empty if the source states no date.', { cited: true, filterable: true, sortable: true }),
    asOf: uncertainDate('As of', 'A date on which, according to a source, the membership held. Recorded if the source does not state both start and end.', { cited: true, filterable: true }),
    statusPrinted: text('Status as printed', 'The status in the words of the source.'),
  },
  naturalKey: { ends: ['organization', 'member'], kind: ['status'], time: 'validity', keepsOtherDates: true },
  coverageKind: 'MEMBERSHIPS',
  withinLifespans: 'validity',
});
