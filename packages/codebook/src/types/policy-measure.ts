import { recordType } from '../define-type.ts';
import { inverse, link, longText, manyOf, oneOf, spell, text, uncertainDate } from '../field.ts';
import { policyMeasureNature, policyMeasureObjective, policyMeasureOutcome, policyMeasureType } from '../value-lists/policy-measures.ts';

export const policyMeasure = recordType('PolicyMeasure', {
  singular: 'policy measure',
  plural: 'policy measures',
  one: 'policyMeasure',
  many: 'policyMeasures',
  prefix: 'pm',
  description: 'A sanction, embargo, expulsion or similar measure that one actor takes against another, or a measure that eases such restrictions.',
  labelTemplate: 'title',
  listedFields: ['nature', 'measureTypes', 'validity', 'outcome'],
  fields: {
    title: text('Title', 'The title of the policy measure, in the editors’ words.', { required: true, filterable: true, sortable: true, isName: true }),
    nature: oneOf(policyMeasureNature, 'Nature', 'Whether the policy measure restricts or helps its target.', { required: true, cited: true, filterable: true, sortable: true }),
    measureTypes: manyOf(policyMeasureType, 'Types', 'What the policy measure restricts or eases.', { apiName: 'policyMeasureTypes', cited: true, filterable: true }),
    objectives: manyOf(policyMeasureObjective, 'Objectives', 'The aims of the policy measure.', { cited: true, filterable: true }),
    outcome: oneOf(policyMeasureOutcome, 'Outcome', 'Whether the policy measure reached its aim, or how else it ended.', { cited: true, filterable: true, sortable: true }),
    validity: spell('In effect', 'The period in which the policy measure has been in effect.', { cited: true, filterable: true, sortable: true }),
    asOf: uncertainDate('As of', 'A date on which, according to a source, the policy measure was in effect. Recorded if the source does not state both start and end.', { cited: true, filterable: true }),
    legalBasis: link('Fact', 'Legal basis', 'The fact on which the policy measure is based, such as a resolution or an agreement.', { cited: true, filterable: true, inverse: inverse('basisOf', 'Basis of', 'The policy measures that are based on this fact.') }),
    summary: longText('Summary', 'What readers should know about the policy measure, in the editors’ words.'),
  },
  coverageKind: 'POLICY_MEASURES',
});
