import { linkType } from '../define-type.ts';
import { inverse, link, longText } from '../field.ts';

const disputes = inverse('disputes', 'Disputes', 'The disputes between this fact and others.');

export const dispute = linkType('Dispute', {
  singular: 'dispute',
  plural: 'disputes',
  one: 'dispute',
  many: 'disputes',
  prefix: 'dis',
  description: 'Two facts of the register that contradict each other. A dispute has no direction: both facts show it.',
  labelTemplate: '{one} / {other}',
  fields: {
    one: link('Fact', 'First fact', 'One of the two facts.', { required: true, filterable: true, inverse: disputes }),
    other: link('Fact', 'Second fact', 'The other fact.', { required: true, filterable: true, inverse: disputes }),
    point: longText('Point at issue', 'What the facts contradict each other about, in the editors’ words.', { cited: true }),
  },
  naturalKey: { ends: ['one', 'other'], kind: [] },
});
