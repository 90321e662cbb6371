import { recordType } from '../define-type.ts';
import { code, inverse, link, oneOf, text, uncertainDate } from '../field.ts';
import { completeness, coveredKind } from '../value-lists/coverage.ts';

/** What a source has looked at. Statistics are computed only where the coverage of their data set is complete. */
export const coverage = recordType('Coverage', {
  singular: 'coverage',
  plural: 'coverages',
  one: 'coverage',
  many: 'coverages',
  prefix: 'cov',
  description: 'What a source covers: which kind of fact, about which records, in which period, and whether all of them. Outside it the source says nothing.',
  labelled: '{source}: {kind}',
  listed: ['source', 'kind', 'dataSet', 'period', 'completeness'],
  fields: {
    source: link('Source', 'Source', 'The source that covers it, in one edition.', { required: true, filterable: true, inverse: inverse('coverages', 'Coverage', 'What the source covers.') }),
    kind: oneOf(coveredKind, 'Kind of fact', 'Which kind of fact it covers.', { required: true, filterable: true, sortable: true }),
    dataSet: code('Data set', 'The short name of the data set on which statistics are computed, such as COW_IGO; empty where it belongs to none.', { filterable: true, pattern: /^[A-Z][A-Z0-9_]*$/ }),
    organization: link('Organization', 'Organization', 'The organization within which it covers them, such as the one that votes.', { filterable: true, inverse: inverse('coverages', 'Coverage', 'What sources cover of it.') }),
    population: text('Population', 'The states, organizations or other records that it covers, such as the members of the system of states.', { required: true }),
    period: uncertainDate('Period', 'From when to when.', { required: true, cited: true, filterable: true, sortable: true }),
    completeness: oneOf(completeness, 'Completeness', 'Whether every such fact is there.', { required: true, cited: true, filterable: true, sortable: true }),
    gaps: uncertainDate('Gaps', 'Times within the period that it does not cover, as a set such as {1964,2020}.', { cited: true }),
  },
});
