import { linkType } from '../define-type.ts';
import { inverse, link, oneOf, spell, uncertainDate } from '../field.ts';
import { measureRole } from '../value-lists/policy-measures.ts';

export const measureParty = linkType('MeasureParty', {
  singular: 'measure party',
  plural: 'measure parties',
  one: 'measureParty',
  many: 'measureParties',
  prefix: 'mp',
  description: 'An actor sends or is the target of a policy measure.',
  labelled: '{actor}: {role}, {measure}',
  fields: {
    actor: link('Actor', 'Actor', 'Who sends it or is its target.', { required: true, cited: true, filterable: true, inverse: inverse('measureRoles', 'Measures', 'The measures that it sends or of which it is the target.') }),
    measure: link('PolicyMeasure', 'Measure', 'Which measure.', { required: true, cited: true, filterable: true, inverse: inverse('parties', 'Senders and targets', 'Who sends the measure, and who is its target.') }),
    role: oneOf(measureRole, 'Role', 'On which side.', { required: true, cited: true, filterable: true, sortable: true }),
    validity: spell('Period', 'From when to when, where it differs from that of the measure.', { cited: true, filterable: true, sortable: true }),
    asOf: uncertainDate('As of', 'A time at which a source shows it to hold, where its start and end are not stated or it may have ended since.', { cited: true, filterable: true }),
  },
});
