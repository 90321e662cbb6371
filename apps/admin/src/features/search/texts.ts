import { pluralize } from '../../ui/counts.ts';

/** The texts of the search page. */
export const texts = {
  title: 'Search',
  heading: 'Search the register',
  titleFor: (text: string) => `Search for ${text}`,
  found: (count: number, text: string) => `${pluralize(count, 'record')} for “${text}”`,
  label: 'Names and codes',
  submit: 'Search',
  more: 'More results →',
  none: {
    title: 'No matches',
    help: 'Try fewer words, part of a name, a name in another language, or a code such as IRN. The search covers labels, names, former names and whole codes. It finds words in any order, and words of five letters or more also with one wrong letter.',
  },
  fact: 'fact',
  /** Says beside a result which of its texts matched. The label has none, because the result shows it. */
  matchedOn: {
    CODE: (code: string) => `code ${code}`,
    NAME: (name: string) => `also “${name}”`,
    FORMER_NAME: (name: string) => `formerly “${name}”`,
  },
  similar: 'similar spelling',
  similarTo: (match: string) => `${match}, similar spelling`,
} as const;
