import { recordType } from '../define-type.ts';
import { code, inverse, languageName, link, longText, manyOf, oneOf, text, uncertainDate, url } from '../field.ts';
import { agreementStatus, agreementTopic, instrumentType, openness } from '../value-lists/agreements.ts';

export const agreement = recordType('Agreement', {
  singular: 'agreement',
  plural: 'agreements',
  one: 'agreement',
  many: 'agreements',
  prefix: 'agr',
  description: 'An agreement between states or organizations, whether legally or only politically binding.',
  labelTemplate: 'title',
  listedFields: ['instrumentType', 'topics', 'signed', 'entryIntoForce', 'status'],
  fields: {
    title: text('Title', 'The English title of the agreement in the register.', { required: true, cited: true, filterable: true, sortable: true, isName: true }),
    titleOriginal: languageName('Original title', 'The title in an authentic language of the agreement.', { isName: true }),
    shortTitle: text('Short title', 'The short title or abbreviation in common use.', { filterable: true, isName: true }),
    instrumentType: oneOf(instrumentType, 'Instrument', 'The kind of instrument of the agreement.', { cited: true, filterable: true, sortable: true }),
    topics: manyOf(agreementTopic, 'Topics', 'The subjects of the agreement.', { filterable: true }),
    openness: oneOf(openness, 'Openness', 'Who may become a party to the agreement.', { cited: true, filterable: true }),
    depositary: link('Actor', 'Depositary', 'The actor that keeps the text and receives the notifications of the parties.', { cited: true, filterable: true, inverse: inverse('depositaryOf', 'Depositary of', 'The agreements whose depositary is this actor.') }),
    registrationNumber: code('Registration number', 'The number in the United Nations Treaty Series or another treaty register.', { cited: true, filterable: true }),
    adopted: uncertainDate('Adopted', 'The date on which the text was adopted.', { cited: true, filterable: true, sortable: true }),
    signed: uncertainDate('Signed', 'The date on which the agreement was signed or opened for signature.', { cited: true, filterable: true, sortable: true }),
    entryIntoForce: uncertainDate('Entry into force', 'The date on which the agreement entered into force.', { cited: true, filterable: true, sortable: true }),
    entryCondition: longText('Condition of entry into force', 'The condition under which the agreement enters into force.', { cited: true }),
    ended: uncertainDate('Ended', 'The date on which the agreement was terminated or expired.', { cited: true, filterable: true, sortable: true }),
    status: oneOf(agreementStatus, 'Status', 'The current status of the agreement.', { cited: true, filterable: true, sortable: true }),
    url: url('Full text', 'A web address of the full text of the agreement.'),
    summary: longText('Summary', 'What the agreement provides, in the editors’ words.'),
  },
  datedBy: ['signed', 'adopted'],
  chronology: [['adopted', 'signed', 'entryIntoForce', 'ended']],
});
