import { recordType } from '../define-type.ts';
import { inverse, lastingSpell, link, longText, oneOf, text } from '../field.ts';
import { organizationType } from '../value-lists/organizations.ts';

export const organization = recordType('Organization', {
  singular: 'organization',
  plural: 'organizations',
  one: 'organization',
  many: 'organizations',
  prefix: 'org',
  description: 'An organization of states, formal or informal, or an organ of one.',
  labelTemplate: 'name',
  listedFields: ['abbreviation', 'organizationType', 'parent', 'validity'],
  fields: {
    name: text('Name', 'The English name of the organization in the register.', { required: true, filterable: true, sortable: true, isName: true }),
    abbreviation: text('Abbreviation', 'The abbreviation in common use.', { filterable: true, sortable: true, isName: true }),
    organizationType: oneOf(organizationType, 'Type', 'The kind of organization.', { required: true, cited: true, filterable: true, sortable: true }),
    parent: link('Organization', 'Parent', 'The organization of which this one is an organ or emanation.', { cited: true, filterable: true, inverse: inverse('organs', 'Organs', 'The organs and emanations of the organization.') }),
    foundingAgreement: link('Agreement', 'Founding agreement', 'The agreement that founded the organization.', { cited: true, filterable: true, inverse: inverse('foundedOrganizations', 'Founded organizations', 'The organizations that the agreement founded.') }),
    validity: lastingSpell('Lifespan', 'The period in which the organization has existed.', { cited: true, filterable: true, sortable: true }),
    summary: longText('Summary', 'What readers should know about the organization, in the editors’ words.'),
  },
  codeScheme: 'ABBREVIATION',
  lifespan: 'validity',
});
