/** The texts of the inputs in which an editor searches for facts. */
export const texts = {
  /** What stands beside an option: what matched the text, and the type. Either may be empty. */
  details: (parts: readonly string[]) => parts.filter((part) => part !== '').join(', '),
  newInChangeset: 'new in this changeset',
  newOfType: (type: string) => `new in this changeset, ${type}`,
  nothingFound: 'Nothing was found with this name or code.',
  linksById: 'Links are found by their id only.',
  searching: 'Searching…',
  howToSearch: 'Type a name or a code.',
  placeholder: 'Type a name or a code',
  create: (singular: string, name: string) => `Create ${singular} “${name}”`,
  /** The title of the changeset that is opened when a record is created in a picker. */
  newRecord: (singular: string, name: string) => `New ${singular} “${name}”`,
  factWithId: (singular: string) => `The ${singular} with this id`,
  openHint: 'Open in the editor',
  open: (label: string) => `Open ${label}`,
  clear: (label: string) => `Remove ${label} from this field`,
} as const;
