import { evidenceType } from '../define-type.ts';
import { code, integer, inverse, link, longText, oneOf, text, uncertainDate } from '../field.ts';
import { modality, stance } from '../value-lists/evidence.ts';

export const citation = evidenceType('Citation', {
  singular: 'citation',
  plural: 'citations',
  one: 'citation',
  many: 'citations',
  prefix: 'cit',
  description: 'A passage of a source, cited for a fact or for one field of it: what it does to the fact, in what mode, on whose word, and how credible the information is.',
  labelled: '{source}',
  listed: ['fact', 'field', 'source', 'stance', 'modality', 'hedge', 'attributedTo'],
  fields: {
    fact: link('Fact', 'Fact', 'The fact that it is cited for.', { required: true, filterable: true, inverse: inverse('citations', 'Citations', 'The passages of sources that are cited for it.') }),
    field: code('Field', 'The field that it is cited for; empty where it is cited for the fact as a whole.', { filterable: true, sortable: true, pattern: /^[a-z][A-Za-z0-9]*$/ }),
    source: link('Source', 'Source', 'The source.', { required: true, filterable: true, inverse: inverse('citedFor', 'Cited for', 'The citations of the source.') }),
    page: text('Page', 'Page or pages.'),
    paragraph: text('Paragraph', 'Paragraph, article or section.'),
    line: text('Line', 'Line or row.'),
    timecode: text('Timecode', 'Time within a recording, such as 00:12:31.'),
    fragment: text('Fragment', 'URL fragment that leads to the passage.'),
    excerpt: longText('Excerpt', 'The passage, word for word.'),
    excerptLanguage: code('Language of excerpt', 'The language of the excerpt (BCP 47).', { pattern: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/ }),
    stance: oneOf(stance, 'Stance', 'What the passage does to the fact.', { required: true, filterable: true, sortable: true }),
    modality: oneOf(modality, 'Modality', 'In what mode the passage says it.', { required: true, filterable: true, sortable: true }),
    hedge: text('Hedging word', 'The hedging word of the passage, such as “reportedly”.'),
    attributedTo: link('Agent', 'Attributed to', 'On whose word the passage says it; empty where it names nobody.', { filterable: true, inverse: inverse('attributedCitations', 'Attributed citations', 'The citations that rest on its word.') }),
    credibility: integer('Credibility', 'Admiralty grade of the information: 1 confirmed by other sources, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.', { required: true, filterable: true, sortable: true, min: 1, max: 6 }),
    retrieved: uncertainDate('Retrieved', 'When the passage was last read at its source.'),
    note: longText('Note', 'What a reader must know to read the passage aright.'),
  },
});
