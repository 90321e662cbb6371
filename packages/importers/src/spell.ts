/** A spell as a data set states it. Its bounds are days, months or years, as precise as the source states them. */
export interface Spell {
  readonly begin: string;
  /** Absent if the end is unknown, as for a spell that had not ended when the data set ended. */
  readonly end?: string;
}

/** Returns the intersection of two spells, or `undefined` if they certainly share no day. */
export function sharedSpell(a: Spell, b: Spell): Spell | undefined {
  const begin = a.begin > b.begin ? a.begin : b.begin;
  const ends = [a.end, b.end].filter((end) => end !== undefined);
  const [end] = ends.sort();
  if (end === undefined) return { begin };
  return runsBackwards({ begin, end }) ? undefined : { begin, end };
}

/** Returns true if a spell certainly ends before it begins: 1998 is before 1999-05, but 1999 may be after it. */
export function runsBackwards({ begin, end }: Spell): boolean {
  return end !== undefined && end < begin.slice(0, end.length);
}

/**
 * Formats a spell as EDTF. Without an end, the end is unknown (`1996/`), not open (`1996/..`): a data set that has
 * ended cannot say that a spell continues; only an editor can.
 */
export function edtfOf({ begin, end }: Spell): string {
  return `${begin}/${end ?? ''}`;
}
