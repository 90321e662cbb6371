import { linkType } from '../define-type.ts';
import { boolean, inverse, link, longText, oneOf, spell, uncertainDate } from '../field.ts';
import { obligationType } from '../value-lists/agreements.ts';

export const obligation = linkType('Obligation', {
  singular: 'obligation',
  plural: 'obligations',
  one: 'obligation',
  many: 'obligations',
  prefix: 'obl',
  description: 'What one actor owes another under an alliance, according to one source. Obligations are directed: a mutual obligation is recorded as two.',
  labelTemplate: '{from} to {to}: {obligationType}[, {agreement}]',
  fields: {
    agreement: link('Agreement', 'Agreement', 'The agreement that contains the obligation; empty if the source does not name it.', { cited: true, filterable: true, inverse: inverse('obligations', 'Obligations', 'The obligations of the parties to one another.') }),
    from: link('Actor', 'From', 'The actor that has the obligation.', { required: true, cited: true, filterable: true, inverse: inverse('obligationsOwed', 'Obligations owed', 'The obligations that it has towards others.') }),
    to: link('Actor', 'To', 'The actor towards which it has the obligation.', { required: true, cited: true, filterable: true, inverse: inverse('obligationsDue', 'Obligations due', 'The obligations that others have towards it.') }),
    obligationType: oneOf(obligationType, 'Kind', 'The kind of obligation.', { required: true, cited: true, filterable: true, sortable: true }),
    conditional: boolean('Conditional', 'Whether the obligation applies only under a condition.', { cited: true, filterable: true }),
    condition: longText('Condition', 'The condition under which the obligation applies.', { cited: true }),
    specificThreat: boolean('Specific threat', 'Whether the agreement names a threat at which the obligation is directed.', { cited: true, filterable: true }),
    secret: boolean('Secret', 'Whether the obligation was secret when it was agreed.', { cited: true, filterable: true }),
    asymmetric: boolean('Asymmetric', 'Whether the parties have different obligations towards each other.', { cited: true, filterable: true }),
    validity: spell('Period', 'The period of the obligation.', { cited: true, filterable: true, sortable: true }),
    asOf: uncertainDate('As of', 'A date on which it held according to a source. Used where start and end are not stated, or where it may have ended since.', { cited: true, filterable: true }),
  },
  naturalKey: { ends: ['from', 'to'], kind: ['obligationType'], time: 'validity', isOfOneSource: true },
  coverageKind: 'OBLIGATIONS',
  withinLifespans: 'validity',
  carriedKeys: {
    agreementSigned: { through: 'agreement', field: 'signed', label: 'Agreement signed', description: 'The date on which the agreement was signed.' },
  },
});
