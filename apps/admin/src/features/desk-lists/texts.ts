import { formatCount } from '../../ui/counts.ts';

/** The texts of the lists of facts at the desk. */
export const texts = {
  status: 'Status',
  published: (count: number) => `${formatCount(count)} published`,
  matches: (count: number) => (count === 1 ? '1 match' : `${formatCount(count)} matches`),
  create: (singular: string) => `New ${singular}`,
  filterLabel: (plural: string) => `Filter ${plural}`,
  contains: (field: string) => `${field} contains`,
  any: 'Any value',
  filter: 'Apply filters',
  showAll: 'Remove filters',
  noneMatches: (plural: string) => `No published ${plural} match these filters`,
  nonePublished: (plural: string) => `No ${plural} are published yet`,
  pages: 'Pages',
  previous: 'Previous page',
  next: 'Next page',
  drafted: {
    label: 'New facts in your changeset',
    heading: (plural: string) => `New ${plural} in your changeset`,
  },
  /** Whether a fact is published and what the current changeset does to it, by the status of its draft. */
  publication: {
    none: 'Published',
    unchanged: 'Published',
    new: 'New in your changeset',
    changed: 'Published, changed in your changeset',
    retired: 'Published, retired in your changeset',
    restored: 'Restored in your changeset',
  },
} as const;
