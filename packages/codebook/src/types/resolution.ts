import { recordType } from '../define-type.ts';
import { code, integer, inverse, link, longText, oneOf, text, uncertainDate } from '../field.ts';
import { resolutionOutcome } from '../value-lists/resolutions.ts';

export const resolution = recordType('Resolution', {
  singular: 'resolution',
  plural: 'resolutions',
  one: 'resolution',
  many: 'resolutions',
  prefix: 'res',
  description: 'A text put to a roll-call vote in an organization, whether adopted or not.',
  labelled: 'title',
  listed: ['symbol', 'forum', 'date', 'outcome', 'yes', 'no', 'abstain'],
  fields: {
    title: text('Title', 'What the resolution is called.', { required: true, filterable: true, sortable: true }),
    forum: link('Organization', 'Forum', 'The organization or organ that voted.', { required: true, cited: true, filterable: true, inverse: inverse('resolutions', 'Resolutions', 'The resolutions put to a vote in it.') }),
    symbol: code('Symbol', 'Its document symbol, such as A/RES/68/262.', { cited: true, filterable: true, sortable: true }),
    session: integer('Session', 'The session in which it was put to the vote.', { filterable: true, sortable: true, min: 1 }),
    date: uncertainDate('Date', 'When it was put to the vote.', { cited: true, filterable: true, sortable: true }),
    outcome: oneOf(resolutionOutcome, 'Outcome', 'What came of the vote.', { cited: true, filterable: true, sortable: true }),
    yes: integer('Yes', 'Votes in favour, as the forum announced them.', { cited: true, min: 0 }),
    no: integer('No', 'Votes against, as the forum announced them.', { cited: true, min: 0 }),
    abstain: integer('Abstain', 'Abstentions, as the forum announced them.', { cited: true, min: 0 }),
    summary: longText('Summary', 'What it provides, in the desk’s own words.'),
  },
});
