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
    help: 'Try part of a name, a name in another language, or a code such as IRN. The search covers labels, names and whole codes, and ignores case and accents in labels and names. One or two letters match only the beginning of a label or name.',
  },
  fact: 'fact',
  /** Says beside a result which of its texts matched. Empty for the label, because the result shows it. */
  matchedOn: { CODE: 'matches a code', NAME: 'matches another name', LABEL: '' },
} as const;
