/** The fields that identify a link without an id: its ends, its kind and its time. Imports find a link by it. */
export interface NaturalKey {
  /** Link fields, the most selective first. */
  readonly ends: readonly string[];
  /** Fields that must be equal. */
  readonly kind: readonly string[];
  /** The date field that distinguishes links of the same kind between the same ends; absent if there is one such link at most. */
  readonly time?: string;
  /** True if a link without a time matches links of any time, as for a code without a period. */
  readonly isAnyTime?: true;
  /**
   * True if a link with another time than the stored link is imported in addition to it, so that the data set of the source is
   * complete. Editors decide which of the two is right.
   */
  readonly keepsOtherDates?: true;
  /**
   * True if links of different sources are never the same. Such a link is only matched by its stable id, from source and
   * key.
   */
  readonly isOfOneSource?: true;
}
