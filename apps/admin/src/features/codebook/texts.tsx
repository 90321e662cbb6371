import type { Category, FieldKind } from '@chancery/codebook';
import type { ReactNode } from 'react';
import { capitalize } from '../../ui/capitalize.ts';

const kinds: Readonly<Record<FieldKind, string>> = {
  text: 'text',
  longText: 'long text',
  integer: 'whole number',
  number: 'number',
  boolean: 'yes or no',
  uncertainDate: 'uncertain date',
  oneOf: 'one of',
  manyOf: 'any of',
  link: 'link to',
  code: 'code',
  url: 'web address',
  name: 'name with its language',
  point: 'point in degrees',
};

const categoryNames: Readonly<Record<Category, string>> = { record: 'Records', link: 'Links', evidence: 'Evidence' };

/** The texts of the codebook page. Labels, descriptions and definitions come from the codebook itself. */
export const texts = {
  heading: 'Codebook',
  lead: 'What the register records: every type with its fields, the values that a field can take, and the rules that each change is checked against.',
  contents: 'Contents',
  categories: categoryNames,
  categoryLeads: {
    record: 'Facts that stand alone, such as a state or an agreement.',
    link: 'Facts that relate other facts, such as a membership.',
    evidence: 'What sources say about facts.',
  } satisfies Readonly<Record<Category, string>>,
  groups: { heading: 'Groups of types', lead: 'A link to a group can lead to a fact of any type in it.' },
  lists: { heading: 'Value lists', lead: 'A field with a value list takes only the values of that list.' },
  rules: {
    heading: 'Rules',
    lead: 'Every changeset is checked against these rules when it is submitted and again when it is merged.',
  },
  common: {
    heading: 'Fields of every fact',
    lead: 'Each record and each link also has these fields.',
  },
  type: {
    name: (name: string) => capitalize(name),
    /** @param one the root field for one fact. @param many the root field for a list. @param prefix the start of ids. */
    api: (name: ReactNode, one: ReactNode, many: ReactNode, prefix: ReactNode) => (
      <>
        In the API {name}, read with {one} and {many}; ids begin with {prefix}.
      </>
    ),
    view: (plural: string) => `View all ${plural}`,
    fieldsOf: (name: string) => `Fields of ${name}`,
    allTypes: 'every record and every link',
    members: (members: ReactNode) => <>Includes {members}.</>,
  },
  field: {
    kind: (kind: FieldKind) => kinds[kind],
    range: (min: number | undefined, max: number | undefined) => {
      if (min !== undefined && max !== undefined) return `from ${min} to ${max}`;
      if (min !== undefined) return `from ${min}`;
      return max === undefined ? '' : `up to ${max}`;
    },
    required: 'required',
    cited: 'needs evidence',
    deskOnly: 'not public',
  },
  usedBy: (fields: ReactNode) => <>Used by {fields}.</>,
  fieldOf: (label: string, singular: string | undefined) => `${label} (${singular ?? 'every fact'})`,
  separator: ', ',
} as const;
