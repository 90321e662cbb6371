/** A time for which something was so, in days, months or years as precise as they are stated. */
export interface Spell {
  readonly begin: string;
  /** Absent where it had not ended when the data end. */
  readonly end?: string;
}

/** The time in which both of two spells run, or `undefined` where they surely share no day. */
export function sharedSpell(one: Spell, other: Spell): Spell | undefined {
  const begin = one.begin > other.begin ? one.begin : other.begin;
  const ends = [one.end, other.end].filter((end) => end !== undefined);
  const [end] = ends.sort();
  if (end === undefined) return { begin };
  return runsBackwards({ begin, end }) ? undefined : { begin, end };
}

/** Whether a spell ends before it begins; in the same month or year it may not. */
export function runsBackwards({ begin, end }: Spell): boolean {
  return end !== undefined && end < begin.slice(0, end.length);
}

/**
 * A spell of a closed data set as EDTF. Its end is unknown (`1996/`) where the data end before it does: only an editor
 * can say that it is open (`1996/..`).
 */
export function edtfOf({ begin, end }: Spell): string {
  return `${begin}/${end ?? ''}`;
}
