import { recordType } from '../define-type.ts';
import { integer, inverse, link, longText, oneOf, text, uncertainDate } from '../field.ts';
import { modality, stance } from '../value-lists/evidence.ts';

export const importBatch = recordType('ImportBatch', {
  singular: 'import batch',
  plural: 'import batches',
  one: 'importBatch',
  many: 'importBatches',
  prefix: 'bat',
  description: 'A file that was imported as a whole. Its source is cited once for all its facts. Each fact refers to its own line of the file.',
  labelTemplate: 'title',
  listedFields: ['source', 'credibility', 'retrieved'],
  fields: {
    title: text('Title', 'The title of the imported file or data set.', { required: true, filterable: true, sortable: true, isName: true }),
    source: link('Source', 'Source', 'The source of all facts of the batch.', { required: true, filterable: true, inverse: inverse('batches', 'Batches', 'The batches that were imported from the source.') }),
    stance: oneOf(stance, 'Stance', 'Whether the source supports, disputes or only mentions the facts of the batch.', { required: true }),
    modality: oneOf(modality, 'Modality', 'How the source states the facts of the batch.', { required: true }),
    credibility: integer('Credibility', 'Admiralty grade of the information, 1 to 6, for all facts of the batch.', { required: true, filterable: true, sortable: true, min: 1, max: 6 }),
    retrieved: uncertainDate('Retrieved', 'The date on which the file was retrieved.'),
    method: longText('Method', 'How the file was read and matched.'),
  },
});
