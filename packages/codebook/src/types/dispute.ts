import { linkType } from '../define-type.ts';
import { inverse, link, longText } from '../field.ts';

const disputes = inverse('disputes', 'Disputes', 'The facts with which it is in dispute.');

export const dispute = linkType('Dispute', {
  singular: 'dispute',
  plural: 'disputes',
  one: 'dispute',
  many: 'disputes',
  prefix: 'dis',
  description: 'Two facts contradict each other. A dispute has no direction: each of the two shows it.',
  labelled: '{one} / {other}',
  fields: {
    one: link('Fact', 'One side', 'One of the two facts.', { required: true, filterable: true, inverse: disputes }),
    other: link('Fact', 'Other side', 'The other of the two facts.', { required: true, filterable: true, inverse: disputes }),
    point: longText('Point at issue', 'In what they contradict each other, in the desk’s own words.', { cited: true }),
  },
});
