import { formatCount } from '../../ui/counts.ts';

/** The texts of the home page. */
export const texts = {
  title: 'The register',
  heading: 'How states deal with one another, and who says so',
  lead: 'A register of agreements, memberships, exercises, events and claims. The page of each fact shows the sources that are cited for it, what they say, and which of them dispute it.',
  contents: 'What the register contains',
  links: 'Links between records',
  revisions: {
    heading: 'Latest revisions',
    all: (count: number) => `Show all ${formatCount(count)}`,
  },
  search: {
    label: 'Search for a state, an agreement, a source…',
    example: 'Iran, JCPOA, NPT, 630',
    submit: 'Search',
  },
  dyad: {
    first: 'First actor',
    firstExample: 'IRN',
    second: 'Second actor',
    secondExample: 'RUS',
    submit: 'Show dyad',
  },
} as const;
