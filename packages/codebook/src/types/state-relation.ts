import { linkType } from '../define-type.ts';
import { inverse, link, oneOf, uncertainDate } from '../field.ts';
import { codeScheme } from '../value-lists/codes.ts';
import { stateRelationType } from '../value-lists/states.ts';

const relations = inverse('relations', 'Succession', 'The predecessors and successors of the state.');

export const stateRelation = linkType('StateRelation', {
  singular: 'state relation',
  plural: 'state relations',
  one: 'stateRelation',
  many: 'stateRelations',
  prefix: 'sr',
  description: 'How one state emerged from another or merged into it: succession, continuity, separation, union.',
  labelTemplate: '{from} – {to}: {relationType}',
  fields: {
    from: link('State', 'State', 'The state that the relation describes.', { required: true, cited: true, filterable: true, inverse: relations }),
    to: link('State', 'Other state', 'The state that the described state emerged from or merged into.', { required: true, cited: true, filterable: true, inverse: relations }),
    relationType: oneOf(stateRelationType, 'Relation', 'The kind of relation.', { required: true, cited: true, filterable: true, sortable: true }),
    date: uncertainDate('Date', 'The date of the change.', { cited: true, filterable: true, sortable: true }),
    scheme: oneOf(codeScheme, 'Scheme', 'The scheme that records the relation, if schemes disagree.', { cited: true, filterable: true }),
  },
  naturalKey: { ends: ['from', 'to'], kind: ['relationType'], time: 'date' },
});
