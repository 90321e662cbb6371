import { linkType } from '../define-type.ts';
import { boolean, inverse, link, longText, oneOf, spell, uncertainDate } from '../field.ts';
import { obligationType } from '../value-lists/agreements.ts';

export const obligation = linkType('Obligation', {
  singular: 'obligation',
  plural: 'obligations',
  one: 'obligation',
  many: 'obligations',
  prefix: 'obl',
  description: 'What one actor owes another under an alliance or a defence cooperation agreement, according to one source. Obligations are directed: a mutual obligation is recorded as two.',
  labelTemplate: '{from} to {to}: {obligationType}[, {agreement}]',
  fields: {
    agreement: link('Agreement', 'Agreement', 'The agreement that contains the obligation; empty if the source does not name it.', { cited: true, filterable: true, inverse: inverse('obligations', 'Obligations', 'The obligations of the parties to one another under the agreement.') }),
    from: link('Actor', 'From', 'The actor that owes the obligation.', { required: true, cited: true, filterable: true, inverse: inverse('obligationsOwed', 'Obligations owed', 'The obligations that this actor owes to others.') }),
    to: link('Actor', 'To', 'The actor to which the obligation is owed.', { required: true, cited: true, filterable: true, inverse: inverse('obligationsDue', 'Obligations due', 'The obligations that others owe to this actor.') }),
    obligationType: oneOf(obligationType, 'Kind', 'The kind of obligation.', { required: true, cited: true, filterable: true, sortable: true }),
    conditional: boolean('Conditional', 'Whether the obligation applies only under a condition.', { cited: true, filterable: true }),
    condition: longText('Condition', 'The condition under which the obligation applies.', { cited: true }),
    specificThreat: boolean('Specific threat', 'Whether the agreement names a threat at which the obligation is directed.', { cited: true, filterable: true }),
    secret: boolean('Secret', 'Whether the obligation was secret when it was agreed.', { cited: true, filterable: true }),
    asymmetric: boolean('Asymmetric', 'Whether the parties have different obligations towards each other.', { cited: true, filterable: true }),
    validity: spell('Period', 'The period of the obligation.', { cited: true, filterable: true, sortable: true }),
    asOf: uncertainDate('As of', 'A date on which, according to a source, the obligation held. Recorded if the source does not state both start and end.', { cited: true, filterable: true }),
  },
  naturalKey: { ends: ['from', 'to'], kind: ['obligationType'], time: 'validity', isOfOneSource: true },
  coverageKind: 'OBLIGATIONS',
  withinLifespans: 'validity',
  carriedKeys: {
    agreementSigned: { through: 'agreement', field: 'signed', label: 'Agreement signed', description: 'The date on which the agreement was signed.' },
  },
});
