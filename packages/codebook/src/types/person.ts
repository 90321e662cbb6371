import { recordType } from '../define-type.ts';
import { longText, text } from '../field.ts';

export const person = recordType('Person', {
  singular: 'person',
  plural: 'people',
  one: 'person',
  many: 'people',
  prefix: 'pe',
  description: 'A person who acts or speaks: a minister, an officer, the author of an article.',
  labelled: 'name',
  listed: [],
  fields: {
    name: text('Name', 'The name by which the register shows the person.', { required: true, filterable: true, sortable: true }),
    identification: longText('Identification', 'How the name in the source was matched to a person, and how surely.'),
    summary: longText('Summary', 'What a reader should know of the person, in the desk’s own words.'),
  },
});
