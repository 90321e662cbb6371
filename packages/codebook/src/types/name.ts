import { linkType } from '../define-type.ts';
import { inverse, languageName, lastingSpell, link, oneOf, text } from '../field.ts';
import { nameType } from '../value-lists/codes.ts';

export const name = linkType('Name', {
  singular: 'name',
  plural: 'names',
  one: 'name',
  many: 'names',
  prefix: 'nm',
  description: 'A name of a fact in some language, with its period and the perspective whose name it is.',
  labelled: '{name}',
  fields: {
    of: link('Fact', 'Of', 'What the name stands for.', { required: true, filterable: true, inverse: inverse('names', 'Names', 'Its names in other languages, former names and aliases.') }),
    name: languageName('Name', 'The name and its language.', { required: true, cited: true, filterable: true, sortable: true }),
    nameType: oneOf(nameType, 'Kind', 'What kind of name it is.', { required: true, filterable: true, sortable: true }),
    perspective: text('Perspective', 'Whose name it is, where names are disputed.', { filterable: true }),
    validity: lastingSpell('Period', 'The period in which the name was in use.', { cited: true, filterable: true, sortable: true }),
  },
});
