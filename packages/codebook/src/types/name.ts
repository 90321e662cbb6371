import { linkType } from '../define-type.ts';
import { inverse, languageName, lastingSpell, link, oneOf, text } from '../field.ts';
import { nameType } from '../value-lists/codes.ts';

export const name = linkType('Name', {
  singular: 'name',
  plural: 'names',
  one: 'name',
  many: 'names',
  prefix: 'nm',
  description: 'A name of a fact in a language, with its period and, if names are disputed, the side that uses it.',
  labelTemplate: '{name}',
  fields: {
    of: link('Fact', 'Fact', 'The fact that has the name.', { required: true, filterable: true, inverse: inverse('names', 'Names', 'The names of the fact in other languages, its former names and its aliases.') }),
    name: languageName('Name', 'The name and its language.', { required: true, cited: true, filterable: true, sortable: true }),
    nameType: oneOf(nameType, 'Kind', 'The kind of name.', { required: true, filterable: true, sortable: true }),
    perspective: text('Perspective', 'The side that uses the name, if names are disputed.', { filterable: true }),
    validity: lastingSpell('Period', 'The period in which the name was in use.', { cited: true, filterable: true, sortable: true }),
  },
  naturalKey: { ends: ['of'], kind: ['name'] },
});
