import { linkType } from '../define-type.ts';
import { boolean, inverse, link, spell, text, uncertainDate } from '../field.ts';

export const officeHolding = linkType('OfficeHolding', {
  singular: 'office holding',
  plural: 'office holdings',
  one: 'officeHolding',
  many: 'officeHoldings',
  prefix: 'off',
  description: 'A person holds an office. The title is recorded as printed, which does not imply that the register considers the office lawful.',
  labelTemplate: '{person}: {officePrinted}',
  fields: {
    person: link('Person', 'Person', 'The person who holds the office.', { required: true, cited: true, filterable: true, inverse: inverse('offices', 'Offices', 'The offices that the person has held.') }),
    officePrinted: text('Office as printed', 'The office in the words of the source.', { required: true, cited: true, filterable: true, sortable: true }),
    officeNormalized: text('Office', 'The office in the usual wording of the register.', { filterable: true, sortable: true }),
    body: link('Actor', 'State or organization', 'The state or organization to which the office belongs.', { cited: true, filterable: true, inverse: inverse('officeHolders', 'Office holders', 'The people who have held an office of this state or organization.') }),
    disputedAdministration: boolean('Disputed administration', 'Whether the administration that the office belongs to is itself disputed.', { cited: true, filterable: true }),
    validity: spell('Period', 'The period in which the person holds the office.', { cited: true, filterable: true, sortable: true }),
    asOf: uncertainDate('As of', 'A date on which, according to a source, the person held the office. Recorded if the source does not state both start and end.', { cited: true, filterable: true }),
  },
  naturalKey: { ends: ['person', 'body'], kind: [], time: 'validity' },
  withinLifespans: 'validity',
});
