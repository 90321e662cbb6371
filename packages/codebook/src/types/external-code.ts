import { linkType } from '../define-type.ts';
import { code, inverse, lastingSpell, link, oneOf } from '../field.ts';
import { codeScheme, codeStatus } from '../value-lists/codes.ts';

export const externalCode = linkType('ExternalCode', {
  singular: 'code',
  plural: 'codes',
  one: 'externalCode',
  many: 'externalCodes',
  prefix: 'xc',
  description: 'An identifier that a scheme gives to a fact. During the period of a code no other fact may have the same code.',
  labelTemplate: '{scheme} {value}',
  fields: {
    of: link('Fact', 'Fact', 'The fact that the code identifies.', { required: true, filterable: true, inverse: inverse('codes', 'Codes', 'The codes that schemes give the fact.') }),
    scheme: oneOf(codeScheme, 'Scheme', 'The scheme that the code belongs to.', { required: true, filterable: true, sortable: true }),
    value: code('Code', 'The code in its scheme, with any leading zeros.', { required: true, cited: true, filterable: true, sortable: true }),
    validity: lastingSpell('Period', 'The period in which the code identifies the fact. Without a period, the code identifies the fact at any time.', { cited: true, filterable: true, sortable: true }),
    status: oneOf(codeStatus, 'Status', 'The status of the code in its scheme.', { filterable: true, sortable: true }),
  },
  naturalKey: { ends: ['of'], kind: ['scheme', 'value'], time: 'validity', isAnyTime: true },
});
