import { recordType } from '../define-type.ts';
import { lastingSpell, longText, text } from '../field.ts';

/** A state is one continuous member of the system of states. It is identified by its id, never by a code or a name. */
export const state = recordType('State', {
  singular: 'state',
  plural: 'states',
  one: 'state',
  many: 'states',
  prefix: 'st',
  description: 'A present or past state: one continuous member of the system of states.',
  labelTemplate: 'name',
  listedFields: ['officialName', 'validity'],
  fields: {
    name: text('Name', 'The short English name of the state in the register.', { required: true, filterable: true, sortable: true, isName: true }),
    officialName: text('Official name', 'The full official name in English.', { filterable: true, isName: true }),
    validity: lastingSpell('Validity', 'The period in which the state has been a member of the system of states.', { cited: true, filterable: true, sortable: true }),
    summary: longText('Summary', 'What readers should know about the state, in the editors’ words.'),
  },
  codeScheme: 'ISO_A3',
  lifespan: 'validity',
});
