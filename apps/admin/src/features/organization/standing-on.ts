import { parseUncertainDate } from '@chancery/codebook';

/** Whether something that lasts held on a day: surely, possibly, not, or nobody says when. */
export type Standing = 'certain' | 'possible' | 'none' | 'unstated';

/**
 * How a period stands to a day. It holds for certain when its latest possible start is not after the day and its
 * earliest possible end not before it; an end that is unknown leaves it possible, one that is open does not. A period
 * given as one date says only that it held at some time within it.
 */
export function standingOn(edtf: string | null | undefined, day: string): Standing {
  if (!edtf) return 'unstated';
  const whole = boundsOf(edtf);
  if ((whole.earliest ?? '-infinity') > day || (whole.latest ?? 'infinity') < day) return 'none';
  const [start, end] = edtf.split('/');
  if (end === undefined || start === undefined) return 'possible';
  const begun = start === '..' || reaches(boundsOf(start).latest, (latest) => latest <= day);
  const lasting = end === '..' || reaches(boundsOf(end).earliest, (earliest) => earliest >= day);
  return begun && lasting ? 'certain' : 'possible';
}

function boundsOf(edtf: string): { earliest: string | null; latest: string | null } {
  if (edtf === '') return { earliest: null, latest: null };
  const parsed = parseUncertainDate(edtf);
  return parsed.ok ? parsed.date : { earliest: null, latest: null };
}

function reaches(bound: string | null, test: (bound: string) => boolean): boolean {
  return bound !== null && test(bound);
}
