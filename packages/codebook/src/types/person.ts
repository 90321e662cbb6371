import { recordType } from '../define-type.ts';
import { longText, text } from '../field.ts';

export const person = recordType('Person', {
  singular: 'person',
  plural: 'people',
  one: 'person',
  many: 'people',
  prefix: 'pe',
  description: 'A person who acts or speaks: a minister, an officer, the author of an article.',
  labelTemplate: 'name',
  listedFields: [],
  fields: {
    name: text('Name', 'The name of the person in the register.', { required: true, filterable: true, sortable: true, isName: true }),
    identification: longText('Identification', 'How the name in the source was matched to a person, and with what certainty.'),
    summary: longText('Summary', 'What readers should know about the person, in the editors’ words.'),
  },
});
