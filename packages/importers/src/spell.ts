/** A period of a data set. Its bounds are days, months or years, as precise as the source states them. */
export interface Spell {
  readonly begin: string;
  /** Absent if the spell had not ended when the data set ends. */
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

/** Returns true if a spell certainly ends before it begins. Bounds in the same month or year may be in order. */
export function runsBackwards({ begin, end }: Spell): boolean {
  return end !== undefined && end < begin.slice(0, end.length);
}

/**
 * Formats a spell as EDTF. A right-censored spell has an unknown end (`1996/`), because a data set that has ended cannot say
 * that the spell is still open (`1996/..`); only an editor can.
 */
export function edtfOf({ begin, end }: Spell): string {
  return `${begin}/${end ?? ''}`;
}
