import { linkType } from '../define-type.ts';
import { boolean, inverse, link, longText, oneOf, spell, uncertainDate } from '../field.ts';
import { obligationType } from '../value-lists/agreements.ts';

export const obligation = linkType('Obligation', {
  singular: 'obligation',
  plural: 'obligations',
  one: 'obligation',
  many: 'obligations',
  prefix: 'obl',
  description: 'What one party owes another, as one source states it. Obligations are directed: what both owe is two.',
  labelled: '{from} to {to}: {obligationType}[, {agreement}]',
  fields: {
    agreement: link('Agreement', 'Agreement', 'Under which agreement; empty where the source does not say.', { cited: true, filterable: true, inverse: inverse('obligations', 'Obligations', 'What its parties owe one another.') }),
    from: link('Actor', 'From', 'Who owes it.', { required: true, cited: true, filterable: true, inverse: inverse('obligationsOwed', 'Obligations owed', 'What it owes to others.') }),
    to: link('Actor', 'To', 'To whom it is owed.', { required: true, cited: true, filterable: true, inverse: inverse('obligationsDue', 'Obligations due', 'What others owe to it.') }),
    obligationType: oneOf(obligationType, 'Kind', 'What is owed.', { required: true, cited: true, filterable: true, sortable: true }),
    conditional: boolean('Conditional', 'Whether it holds only on a condition.', { cited: true, filterable: true }),
    condition: longText('Condition', 'On what condition it holds.', { cited: true }),
    specificThreat: boolean('Specific threat', 'Whether it names a threat against which it is directed.', { cited: true, filterable: true }),
    secret: boolean('Secret', 'Whether it was secret when made.', { cited: true, filterable: true }),
    asymmetric: boolean('Asymmetric', 'Whether the parties owe each other different things.', { cited: true, filterable: true }),
    validity: spell('Period', 'From when to when it holds.', { cited: true, filterable: true, sortable: true }),
    asOf: uncertainDate('As of', 'A time at which a source shows it to hold, where its start and end are not stated or it may have ended since.', { cited: true, filterable: true }),
  },
  carries: {
    agreementSigned: { through: 'agreement', field: 'signed', label: 'Agreement signed', description: 'When the agreement was signed.' },
  },
});
