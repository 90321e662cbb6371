import { linkType } from '../define-type.ts';
import { inverse, link, oneOf, spell, uncertainDate } from '../field.ts';
import { policyMeasureRole } from '../value-lists/policy-measures.ts';

export const policyMeasureParty = linkType('MeasureParty', {
  singular: 'policy measure party',
  plural: 'policy measure parties',
  one: 'policyMeasureParty',
  many: 'policyMeasureParties',
  deprecatedRoots: { one: 'measureParty', many: 'measureParties' },
  prefix: 'mp',
  description: 'An actor that takes a policy measure or is its target.',
  labelTemplate: '{actor}: {role}, {measure}',
  fields: {
    actor: link('Actor', 'Actor', 'The actor that takes the policy measure or is its target.', { required: true, cited: true, filterable: true, inverse: inverse('policyMeasureRoles', 'Policy measures', 'The policy measures that this actor takes or that target it.', 'measureRoles') }),
    measure: link('PolicyMeasure', 'Policy measure', 'The policy measure.', { apiName: 'policyMeasure', required: true, cited: true, filterable: true, inverse: inverse('parties', 'Senders and targets', 'The actors that take the policy measure and those that it targets.') }),
    role: oneOf(policyMeasureRole, 'Role', 'Whether the actor is a sender or a target.', { required: true, cited: true, filterable: true, sortable: true }),
    validity: spell('Period', 'The period for this actor, if it differs from the period of the policy measure.', { cited: true, filterable: true, sortable: true }),
    asOf: uncertainDate('As of', 'A date on which, according to a source, the actor was a sender or target. Recorded if the source does not state both start and end.', { cited: true, filterable: true }),
  },
  naturalKey: { ends: ['measure', 'actor'], kind: ['role'] },
  coverageKind: 'POLICY_MEASURES',
  withinLifespans: 'validity',
});
