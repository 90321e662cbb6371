import { recordType } from '../define-type.ts';
import { code, inverse, languageName, link, longText, manyOf, oneOf, text, uncertainDate, url } from '../field.ts';
import { agreementStatus, agreementTopic, instrumentType, openness } from '../value-lists/agreements.ts';

export const agreement = recordType('Agreement', {
  singular: 'agreement',
  plural: 'agreements',
  one: 'agreement',
  many: 'agreements',
  prefix: 'agr',
  description: 'An agreement between states or organizations, binding in law or in politics only.',
  labelled: 'title',
  listed: ['instrumentType', 'topics', 'signed', 'entryIntoForce', 'status'],
  fields: {
    title: text('Title', 'The English title by which the register shows the agreement.', { required: true, cited: true, filterable: true, sortable: true }),
    titleOriginal: languageName('Original title', 'The title in an authentic language of the agreement.'),
    shortTitle: text('Short title', 'The short title or abbreviation in common use.', { filterable: true }),
    instrumentType: oneOf(instrumentType, 'Instrument', 'What kind of instrument it is.', { cited: true, filterable: true, sortable: true }),
    topics: manyOf(agreementTopic, 'Topics', 'What it is about.', { filterable: true }),
    openness: oneOf(openness, 'Openness', 'Who may become a party.', { cited: true, filterable: true }),
    depositary: link('Actor', 'Depositary', 'Who keeps the text and receives the acts of the parties.', { cited: true, filterable: true, inverse: inverse('depositaryOf', 'Depositary of', 'The agreements of which it is the depositary.') }),
    registrationNumber: code('Registration number', 'Its number in the United Nations Treaty Series or another register of treaties.', { cited: true, filterable: true }),
    adopted: uncertainDate('Adopted', 'When the text was adopted.', { cited: true, filterable: true, sortable: true }),
    signed: uncertainDate('Signed', 'When it was signed, or opened for signature.', { cited: true, filterable: true, sortable: true }),
    entryIntoForce: uncertainDate('Entry into force', 'When it entered into force.', { cited: true, filterable: true, sortable: true }),
    entryCondition: longText('Condition of entry into force', 'What had to happen for it to enter into force.', { cited: true }),
    ended: uncertainDate('Ended', 'When it ended, was terminated or expired.', { cited: true, filterable: true, sortable: true }),
    status: oneOf(agreementStatus, 'Status', 'Where it stands.', { cited: true, filterable: true, sortable: true }),
    url: url('Text', 'Where its text can be read.'),
    summary: longText('Summary', 'What it provides, in the desk’s own words.'),
  },
  chronology: [['adopted', 'signed', 'entryIntoForce', 'ended']],
});
