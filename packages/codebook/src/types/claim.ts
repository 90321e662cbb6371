import { recordType } from '../define-type.ts';
import { code, inverse, link, longText, oneOf, text, uncertainDate } from '../field.ts';
import { modality, polarity } from '../value-lists/evidence.ts';

const about = inverse('claims', 'Claims', 'The claims about it, settled or not: those of which it is subject, object or means.');

export const claim = recordType('Claim', {
  singular: 'claim',
  plural: 'claims',
  one: 'claim',
  many: 'claims',
  prefix: 'cl',
  description: 'An assertion that nobody has settled, or a rival value of a field. It becomes a value only when an editor adopts it, with a reason.',
  labelled: 'statement',
  listed: ['speaker', 'modality', 'hedge', 'polarity', 'date', 'subject', 'object'],
  fields: {
    statement: text('Statement', 'What is claimed, in the desk’s own words.', { required: true, cited: true, filterable: true, sortable: true }),
    subject: link('Fact', 'Subject', 'What the claim is about.', { filterable: true, inverse: about }),
    predicate: code('Predicate', 'What is said of the subject, as a word in lowerCamelCase such as refusesTransfer.', { filterable: true, sortable: true, pattern: /^[a-z][A-Za-z0-9]*$/ }),
    object: link('Fact', 'Object', 'What the subject is said to do it to.', { filterable: true, inverse: about }),
    via: link('Fact', 'By way of', 'The agreement, organization or act by which it is said to be done.', { filterable: true, inverse: about }),
    place: link('Fact', 'Place', 'Where it is said to be done: a place, or the state in which it lies.', { filterable: true, inverse: inverse('claimsLocated', 'Claims located here', 'The claims of what was done there.') }),
    item: text('Item', 'The thing concerned, such as a weapon system.', { filterable: true }),
    quantity: text('Quantity', 'How much or how many, in the words of the source.'),
    field: code('Field', 'For a rival value: the field of the subject.', { filterable: true, pattern: /^[a-z][A-Za-z0-9]*$/ }),
    value: longText('Value', 'For a rival value: the value, written as JSON in the form in which operations write it.'),
    speaker: link('Agent', 'Speaker', 'Whose claim it is; empty where nobody is named.', { filterable: true, inverse: inverse('claimsMade', 'Claims made', 'The claims of which it is the speaker.') }),
    modality: oneOf(modality, 'Modality', 'In what mode the speaker says it.', { required: true, cited: true, filterable: true, sortable: true }),
    hedge: text('Hedging word', 'The hedging word of the source, such as “reportedly”.'),
    polarity: oneOf(polarity, 'Polarity', 'Whether the speaker says that it is so.', { required: true, cited: true, filterable: true, sortable: true }),
    date: uncertainDate('Date', 'The time of which the claim speaks.', { cited: true, filterable: true, sortable: true }),
    readings: longText('Readings', 'The rival readings of an ambiguous passage, one to a line, none of them chosen.'),
  },
});
