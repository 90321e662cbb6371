import { linkType } from '../define-type.ts';
import { boolean, inverse, link, longText, oneOf, uncertainDate } from '../field.ts';
import { obligationType } from '../value-lists/agreements.ts';

export const obligation = linkType('Obligation', {
  singular: 'obligation',
  plural: 'obligations',
  one: 'obligation',
  many: 'obligations',
  prefix: 'obl',
  description: 'What one party owes another under an agreement. Obligations are directed: what both owe is two.',
  labelled: '{from} to {to}: {obligationType}, {agreement}',
  fields: {
    agreement: link('Agreement', 'Agreement', 'Under which agreement.', { required: true, cited: true, filterable: true, inverse: inverse('obligations', 'Obligations', 'What its parties owe one another.') }),
    from: link('Actor', 'From', 'Who owes it.', { required: true, cited: true, filterable: true, inverse: inverse('obligationsOwed', 'Obligations owed', 'What it owes to others.') }),
    to: link('Actor', 'To', 'To whom it is owed.', { required: true, cited: true, filterable: true, inverse: inverse('obligationsDue', 'Obligations due', 'What others owe to it.') }),
    obligationType: oneOf(obligationType, 'Kind', 'What is owed.', { required: true, cited: true, filterable: true, sortable: true }),
    conditional: boolean('Conditional', 'Whether it holds only on a condition.', { cited: true, filterable: true }),
    condition: longText('Condition', 'On what condition it holds.', { cited: true }),
    specificThreat: boolean('Specific threat', 'Whether it names a threat against which it is directed.', { cited: true, filterable: true }),
    secret: boolean('Secret', 'Whether it was secret when made.', { cited: true, filterable: true }),
    asymmetric: boolean('Asymmetric', 'Whether the parties owe each other different things.', { cited: true, filterable: true }),
    validity: uncertainDate('Period', 'From when to when it holds.', { cited: true, filterable: true, sortable: true }),
  },
  carries: {
    agreementSigned: { through: 'agreement', field: 'signed', label: 'Agreement signed', description: 'When the agreement was signed.' },
  },
});
