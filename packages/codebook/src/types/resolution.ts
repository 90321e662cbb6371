import { recordType } from '../define-type.ts';
import { code, integer, inverse, link, longText, oneOf, text, uncertainDate } from '../field.ts';
import { resolutionOutcome } from '../value-lists/resolutions.ts';

export const resolution = recordType('Resolution', {
  singular: 'resolution',
  plural: 'resolutions',
  one: 'resolution',
  many: 'resolutions',
  prefix: 'res',
  description: 'A text that was put to a recorded vote in an organization, whether adopted or not.',
  labelTemplate: 'title',
  listedFields: ['symbol', 'forum', 'date', 'outcome', 'yes', 'no', 'abstain'],
  fields: {
    title: text('Title', 'The title of the resolution.', { required: true, filterable: true, sortable: true, isName: true }),
    forum: link('Organization', 'Forum', 'The organization or organ that voted.', { required: true, cited: true, filterable: true, inverse: inverse('resolutions', 'Resolutions', 'The resolutions that were put to a vote in the organization.') }),
    symbol: code('Symbol', 'The document symbol, such as A/RES/68/262.', { cited: true, filterable: true, sortable: true }),
    session: integer('Session', 'The number of the session in which the vote took place.', { filterable: true, sortable: true, min: 1 }),
    date: uncertainDate('Date', 'The date of the vote.', { cited: true, filterable: true, sortable: true }),
    outcome: oneOf(resolutionOutcome, 'Outcome', 'The outcome of the vote.', { cited: true, filterable: true, sortable: true }),
    yes: integer('Yes', 'The number of votes in favor, as announced by the forum.', { cited: true, min: 0 }),
    no: integer('No', 'The number of votes against, as announced by the forum.', { cited: true, min: 0 }),
    abstain: integer('Abstain', 'The number of abstentions, as announced by the forum.', { cited: true, min: 0 }),
    summary: longText('Summary', 'What the resolution provides, in the editors’ words.'),
  },
});
