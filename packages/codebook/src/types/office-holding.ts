import { linkType } from '../define-type.ts';
import { boolean, inverse, link, spell, text, uncertainDate } from '../field.ts';

export const officeHolding = linkType('OfficeHolding', {
  singular: 'office holding',
  plural: 'office holdings',
  one: 'officeHolding',
  many: 'officeHoldings',
  prefix: 'off',
  description: 'A person holds an office. A title is kept as printed; that the desk records it says nothing of its lawfulness.',
  labelled: '{person}: {officePrinted}',
  fields: {
    person: link('Person', 'Person', 'Who holds it.', { required: true, cited: true, filterable: true, inverse: inverse('offices', 'Offices', 'The offices that the person has held.') }),
    officePrinted: text('Office as printed', 'The office in the words of the source.', { required: true, cited: true, filterable: true, sortable: true }),
    officeNormalized: text('Office', 'The office in the desk’s usual words.', { filterable: true, sortable: true }),
    body: link('Actor', 'Of', 'The state or organization whose office it is.', { cited: true, filterable: true, inverse: inverse('officeHolders', 'Office holders', 'The persons who have held its offices.') }),
    disputedAdministration: boolean('Disputed administration', 'Whether the administration to which the office belongs is itself disputed.', { cited: true, filterable: true }),
    validity: spell('Period', 'From when to when.', { cited: true, filterable: true, sortable: true }),
    asOf: uncertainDate('As of', 'A time at which a source shows it to hold, where its start and end are not stated or it may have ended since.', { cited: true, filterable: true }),
  },
});
