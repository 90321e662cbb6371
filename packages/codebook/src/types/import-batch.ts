import { recordType } from '../define-type.ts';
import { integer, inverse, link, longText, oneOf, text, uncertainDate } from '../field.ts';
import { modality, stance } from '../value-lists/evidence.ts';

export const importBatch = recordType('ImportBatch', {
  singular: 'import batch',
  plural: 'import batches',
  one: 'importBatch',
  many: 'importBatches',
  prefix: 'bat',
  description: 'A file brought in as a whole and cited once: each fact of the batch is cited by the batch’s source at the fact’s own line.',
  labelled: 'title',
  listed: ['source', 'credibility', 'retrieved'],
  fields: {
    title: text('Title', 'What was brought in.', { required: true, filterable: true, sortable: true }),
    source: link('Source', 'Source', 'The source of every fact of the batch.', { required: true, filterable: true, inverse: inverse('batches', 'Batches', 'The batches brought in from the source.') }),
    stance: oneOf(stance, 'Stance', 'What the source does to the facts of the batch.', { required: true }),
    modality: oneOf(modality, 'Modality', 'In what mode the source says them.', { required: true }),
    credibility: integer('Credibility', 'Admiralty grade of the information, 1 to 6, given to every fact of the batch.', { required: true, filterable: true, sortable: true, min: 1, max: 6 }),
    retrieved: uncertainDate('Retrieved', 'When the file was retrieved.'),
    method: longText('Method', 'How the file was read and matched.'),
  },
});
