/** The fields by which an import finds a link without its id: its ends, its kind and its time. */
export interface NaturalKey {
  /** Link fields, the most selective first. */
  readonly ends: readonly string[];
  /** Fields that must be equal. */
  readonly kind: readonly string[];
  /**
   * The date field that distinguishes links of the same kind between the same ends. Absent if there is at most one such
   * link.
   */
  readonly time?: string;
  /** True if a link without a time matches links of any time, as for a code without a period. */
  readonly isAnyTime?: true;
  /**
   * True if an import adds a link even if the register has one with the same ends and kind but another time. The
   * register then holds the whole data set, and editors decide which of the two links is right.
   */
  readonly keepsOtherDates?: true;
  /**
   * True if links from different sources are never matched with each other. Such a link is matched only by its stable
   * id, which is computed from its source and its key in that source.
   */
  readonly isOfOneSource?: true;
}
