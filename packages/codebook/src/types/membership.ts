import { linkType } from '../define-type.ts';
import { inverse, link, oneOf, spell, text, uncertainDate } from '../field.ts';
import { membershipStatus } from '../value-lists/organizations.ts';

export const membership = linkType('Membership', {
  singular: 'membership',
  plural: 'memberships',
  one: 'membership',
  many: 'memberships',
  prefix: 'mem',
  description: 'An actor belongs to an organization in some standing over some period. A change of standing is a further membership.',
  labelled: '{member} in {organization}',
  fields: {
    member: link('Actor', 'Member', 'Who belongs.', { required: true, cited: true, filterable: true, inverse: inverse('memberships', 'Memberships', 'The organizations to which it belongs, with standing and dates.') }),
    organization: link('Organization', 'Organization', 'To what it belongs.', { required: true, cited: true, filterable: true, inverse: inverse('members', 'Members', 'Those who belong to it, with standing and dates.') }),
    status: oneOf(membershipStatus, 'Standing', 'In what standing.', { required: true, cited: true, filterable: true, sortable: true }),
    validity: spell('Period', 'From when to when. Left empty where the source states no date.', { cited: true, filterable: true, sortable: true }),
    asOf: uncertainDate('As of', 'A time at which a source shows it to hold, where its start and end are not stated or it may have ended since.', { cited: true, filterable: true }),
    statusPrinted: text('Standing as printed', 'The standing in the words of the source.'),
  },
});
