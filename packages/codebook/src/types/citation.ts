import { evidenceType } from '../define-type.ts';
import { code, integer, inverse, link, longText, oneOf, text, uncertainDate } from '../field.ts';
import { modality, stance } from '../value-lists/evidence.ts';

export const citation = evidenceType('Citation', {
  singular: 'citation',
  plural: 'citations',
  one: 'citation',
  many: 'citations',
  prefix: 'cit',
  description: 'A passage of a source, cited for a fact or for one of its fields. The citation records whether the passage supports the fact, how the passage states the fact, whose statement it reports, and how credible the information is.',
  labelTemplate: '{source}',
  listedFields: ['fact', 'field', 'source', 'stance', 'modality', 'hedge', 'attributedTo'],
  fields: {
    fact: link('Fact', 'Fact', 'The cited fact.', { required: true, filterable: true, inverse: inverse('citations', 'Citations', 'The citations that support, dispute or mention the fact.') }),
    field: code('Field', 'The cited field; empty if the passage is cited for the whole fact.', { filterable: true, sortable: true, pattern: /^[a-z][A-Za-z0-9]*$/ }),
    source: link('Source', 'Source', 'The cited source.', { required: true, filterable: true, inverse: inverse('citedFor', 'Cited for', 'The citations of passages of the source.') }),
    page: text('Page', 'The page or pages of the passage.'),
    paragraph: text('Paragraph', 'The paragraph, article or section of the passage.'),
    line: text('Line', 'The line or row of the passage.'),
    timecode: text('Timecode', 'The time of the passage within a recording, such as 00:12:31.'),
    fragment: text('Fragment', 'The URL fragment of the passage.'),
    excerpt: longText('Excerpt', 'The passage, word for word.'),
    excerptLanguage: code('Language of excerpt', 'The language of the excerpt (BCP 47).', { pattern: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/ }),
    stance: oneOf(stance, 'Stance', 'Whether the passage supports, disputes or only mentions the fact.', { required: true, filterable: true, sortable: true }),
    modality: oneOf(modality, 'Modality', 'How the passage states the fact: asserted, reported, alleged and so on.', { required: true, filterable: true, sortable: true }),
    hedge: text('Hedging word', 'The hedging word of the passage, such as “reportedly”.'),
    attributedTo: link('Agent', 'Attributed to', 'The state, organization or person to which the passage attributes the statement; empty if the passage names none.', {
      filterable: true,
      inverse: inverse('attributedCitations', 'Attributed citations', 'The citations whose passages attribute a statement to this agent.'),
    }),
    credibility: integer('Credibility', 'Admiralty grade of the information: 1 confirmed by other sources, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.', { required: true, filterable: true, sortable: true, min: 1, max: 6 }),
    retrieved: uncertainDate('Retrieved', 'The date on which the passage was last checked in the source.'),
    note: longText('Note', 'What readers must know to understand the passage correctly.'),
  },
});
