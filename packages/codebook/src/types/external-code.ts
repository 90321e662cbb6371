import { linkType } from '../define-type.ts';
import { code, inverse, lastingSpell, link, oneOf } from '../field.ts';
import { codeScheme, codeStatus } from '../value-lists/codes.ts';

export const externalCode = linkType('ExternalCode', {
  singular: 'code',
  plural: 'codes',
  one: 'externalCode',
  many: 'externalCodes',
  prefix: 'xc',
  description: 'A code by which another scheme knows a fact. A code has its own period; within it no other fact may have it.',
  labelled: '{scheme} {value}',
  fields: {
    of: link('Fact', 'Of', 'What the code stands for.', { required: true, filterable: true, inverse: inverse('codes', 'Codes', 'The codes by which other schemes know it.') }),
    scheme: oneOf(codeScheme, 'Scheme', 'The scheme to which the code belongs.', { required: true, filterable: true, sortable: true }),
    value: code('Code', 'The code, kept as a string.', { required: true, cited: true, filterable: true, sortable: true }),
    validity: lastingSpell('Period', 'The period in which the code stands for the fact; empty where it always has.', { cited: true, filterable: true, sortable: true }),
    status: oneOf(codeStatus, 'Standing', 'How the code stands in its scheme.', { filterable: true, sortable: true }),
  },
});
