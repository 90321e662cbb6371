import { recordType } from '../define-type.ts';
import { lastingSpell, longText, text } from '../field.ts';

/** A state is one continuous member of the system of states; it is never keyed on a code or a name. */
export const state = recordType('State', {
  singular: 'state',
  plural: 'states',
  one: 'state',
  many: 'states',
  prefix: 'st',
  description: 'A state: one continuous member of the system of states, present or past.',
  labelled: 'name',
  listed: ['officialName', 'validity'],
  fields: {
    name: text('Name', 'The short English name by which the register shows the state.', { required: true, filterable: true, sortable: true }),
    officialName: text('Official name', 'The full official name in English.', { filterable: true }),
    validity: lastingSpell('Validity', 'The period during which the state has been a member of the system of states.', { cited: true, filterable: true, sortable: true }),
    summary: longText('Summary', 'What a reader should know of the state, in the desk’s own words.'),
  },
});
