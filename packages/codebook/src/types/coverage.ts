import { recordType } from '../define-type.ts';
import { code, inverse, link, oneOf, text, uncertainDate } from '../field.ts';
import { completeness, coveredKind } from '../value-lists/coverage.ts';

/** What a source covers. By default, a statistic is computed only if the coverage of its data set is complete. */
export const coverage = recordType('Coverage', {
  singular: 'coverage',
  plural: 'coverages',
  one: 'coverage',
  many: 'coverages',
  prefix: 'cov',
  description: 'What a source covers: a kind of fact, a population and a period, completely or as a sample. Outside its coverage, a fact that is missing from the source proves nothing.',
  labelTemplate: '{source}: {kind}',
  listedFields: ['source', 'kind', 'dataSet', 'period', 'completeness'],
  fields: {
    source: link('Source', 'Source', 'The source, in one edition.', { required: true, filterable: true, inverse: inverse('coverages', 'Coverage', 'What the source covers.') }),
    kind: oneOf(coveredKind, 'Kind of fact', 'The kind of fact that the source covers.', { required: true, filterable: true, sortable: true }),
    dataSet: code('Data set', 'The short name of the data set for which statistics are computed, such as COW_IGO; empty if the coverage belongs to none.', { filterable: true, pattern: /^[A-Z][A-Z0-9_]*$/ }),
    organization: link('Organization', 'Organization', 'The organization to which the coverage is limited, such as the General Assembly for roll calls.', { filterable: true, inverse: inverse('coverages', 'Coverage', 'The coverages that are limited to the organization.') }),
    population: text('Population', 'The states, organizations or other records covered, such as the members of the system of states.', { required: true }),
    period: uncertainDate('Period', 'The period that the source covers.', { required: true, cited: true, filterable: true, sortable: true }),
    completeness: oneOf(completeness, 'Completeness', 'Whether the source has every fact of the kind, population and period.', { required: true, cited: true, filterable: true, sortable: true }),
    gaps: uncertainDate('Gaps', 'Times within the period that the source does not cover, as a set such as {1964,2020}.', { cited: true }),
  },
});
