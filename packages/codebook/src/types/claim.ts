import { recordType } from '../define-type.ts';
import { code, inverse, link, longText, oneOf, text, uncertainDate } from '../field.ts';
import { modality, polarity } from '../value-lists/evidence.ts';

const about = inverse('claims', 'Claims', 'The claims in which this fact is the subject, the object or the means.');

export const claim = recordType('Claim', {
  singular: 'claim',
  plural: 'claims',
  one: 'claim',
  many: 'claims',
  prefix: 'cl',
  description: 'A statement that somebody is reported to have made, or a competing value of a field. A competing value becomes the value of the field only when an editor adopts it with a reason.',
  labelTemplate: 'statement',
  listedFields: ['speaker', 'modality', 'hedge', 'polarity', 'date', 'subject', 'object'],
  fields: {
    statement: text('Statement', 'What is claimed, in the editors’ words.', { required: true, cited: true, filterable: true, sortable: true }),
    subject: link('Fact', 'Subject', 'The fact that the claim is about.', { filterable: true, inverse: about }),
    predicate: code('Predicate', 'What is claimed about the subject, as a word in lowerCamelCase such as refusesTransfer.', { filterable: true, sortable: true, pattern: /^[a-z][A-Za-z0-9]*$/ }),
    object: link('Fact', 'Object', 'The fact at which the claimed action is directed.', { filterable: true, inverse: about }),
    via: link('Fact', 'Means', 'The fact by means of which the action is claimed to be done, such as an agreement, an organization or an event.', { filterable: true, inverse: about }),
    place: link('Fact', 'Place', 'The claimed location: a place or a state.', { filterable: true, inverse: inverse('claimsLocated', 'Claims located here', 'The claims about something at this location.') }),
    item: text('Item', 'The thing that the claim concerns, such as a weapon system.', { filterable: true }),
    quantity: text('Quantity', 'The amount or number in the words of the source.'),
    field: code('Field', 'For a competing value: the name of the field of the subject.', { filterable: true, pattern: /^[a-z][A-Za-z0-9]*$/ }),
    value: longText('Value', 'For a competing value: the value as JSON, in the same form as in operations.'),
    speaker: link('Agent', 'Speaker', 'The state, organization or person that makes the claim; empty if none is named.', { filterable: true, inverse: inverse('claimsMade', 'Claims made', 'The claims that this agent makes.') }),
    modality: oneOf(modality, 'Modality', 'How the speaker states the claim: asserted, reported, alleged and so on.', { required: true, cited: true, filterable: true, sortable: true }),
    hedge: text('Hedging word', 'The hedging word of the source, such as “reportedly”.'),
    polarity: oneOf(polarity, 'Polarity', 'Whether the speaker affirms or denies the statement.', { required: true, cited: true, filterable: true, sortable: true }),
    date: uncertainDate('Date', 'The time that the claim is about.', { cited: true, filterable: true, sortable: true }),
    readings: longText('Possible meanings', 'The possible meanings of an ambiguous passage, one per line. The register chooses none of them.'),
  },
});
