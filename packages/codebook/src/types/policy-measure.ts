import { recordType } from '../define-type.ts';
import { inverse, link, longText, manyOf, oneOf, spell, text, uncertainDate } from '../field.ts';
import { measureNature, measureObjective, measureOutcome, measureType } from '../value-lists/policy-measures.ts';

export const policyMeasure = recordType('PolicyMeasure', {
  singular: 'policy measure',
  plural: 'policy measures',
  one: 'policyMeasure',
  many: 'policyMeasures',
  prefix: 'pm',
  description: 'A measure of policy that one side takes toward another: sanctions, or the means to ease them.',
  labelled: 'title',
  listed: ['nature', 'measureTypes', 'validity', 'outcome'],
  fields: {
    title: text('Title', 'What the measure is called, in the desk’s own words.', { required: true, filterable: true, sortable: true }),
    nature: oneOf(measureNature, 'Nature', 'Whether it hurts or helps its target.', { required: true, cited: true, filterable: true, sortable: true }),
    measureTypes: manyOf(measureType, 'Types', 'What it restricts or eases.', { cited: true, filterable: true }),
    objectives: manyOf(measureObjective, 'Objectives', 'What it is meant to bring about.', { cited: true, filterable: true }),
    outcome: oneOf(measureOutcome, 'Outcome', 'What came of it.', { cited: true, filterable: true, sortable: true }),
    validity: spell('In effect', 'The period during which it has been in effect.', { cited: true, filterable: true, sortable: true }),
    asOf: uncertainDate('As of', 'A time at which a source shows it to hold, where its start and end are not stated or it may have ended since.', { cited: true, filterable: true }),
    legalBasis: link('Fact', 'Legal basis', 'The resolution or agreement on which it rests.', { cited: true, filterable: true, inverse: inverse('basisOf', 'Basis of', 'The measures that rest on it.') }),
    summary: longText('Summary', 'What a reader should know of the measure, in the desk’s own words.'),
  },
});
