import { parseUncertainDate, wordsOf } from '@chancery/codebook';
import { dayWords } from '../../ui/moment.ts';
import { lastAttestedDayOf, type SpellOutput } from './spell.ts';
import type { SpellNoun } from './spell-nouns.ts';

/** The start and end of a period in EDTF. If the date is not an interval, both are the date itself. */
interface Ends {
  readonly start: string;
  readonly end: string;
  readonly isInterval: boolean;
}

/**
 * Returns the reading of a spell on a day (`YYYY-MM-DD`) in words: `member, last attested 3 March 2025`. The other texts
 * for readings are in `spell-nouns.ts` and `explanation.ts`.
 */
export function readingWords(spell: SpellOutput, noun: SpellNoun, on: string): string {
  const { validity, reading } = spell;
  const attestedDay = lastAttestedDayOf(spell);
  switch (reading) {
    case 'CERTAIN':
      return noun.holds;
    case 'PRESUMED':
      if (spell.attestedUntil === undefined) return `${noun.holds}, no end recorded`;
      return attestedDay
        ? `${noun.holds}, last attested ${dayWords(attestedDay)}`
        : `${noun.holds}, not attested since`;
    case 'LAST_RECORDED':
      if (!validity) return recordedWords(spell, noun);
      return attestedDay
        ? `${noun.holds} when last recorded, ${dayWords(attestedDay)}`
        : `${noun.holds} when last recorded`;
    case 'POSSIBLE':
      return `possibly${noun.holds === 'member' ? '' : ` ${noun.holds}`}${doubtWords(spell, noun, on)}`;
    case 'UNSTATED':
      return spell.asOf ? recordedWords(spell, noun) : 'dates not stated';
    case 'NO':
      return outsideWords(spell, on);
    default:
      return reading satisfies never;
  }
}

/** Returns the words for a spell that is attested without a period: `recorded as member in September 2019`. */
function recordedWords({ asOf, attestedUntil }: SpellOutput, { holds }: SpellNoun): string {
  const recorded = `recorded as ${holds}`;
  if (asOf) return `${recorded} ${asOf.precision === 'DAY' ? 'on' : 'in'} ${asOf.words}`;
  return attestedUntil ? `${recorded} on ${dayWords(attestedUntil)}` : `${recorded}, day not stated`;
}

/** Says which end of the period makes it unclear whether the day is within. */
function doubtWords({ validity }: SpellOutput, { began, ended }: SpellNoun, on: string): string {
  if (!validity) return ' (recorded only later)';
  const { start, end, isInterval } = endsOf(validity.edtf);
  if (!isInterval) return ` (some time in ${validity.words})`;
  const doubts = [
    startInDoubt(start, on) && `${began} ${spanOf(start)}`,
    endInDoubt(end, on) && `${ended} ${spanOf(end)}`,
  ];
  return ` (${doubts.filter(Boolean).join('; ') || validity.words})`;
}

/** Returns true if the spell may have started after the day. */
function startInDoubt(start: string, on: string): boolean {
  if (start === '' || start === '..') return start === '';
  const { latest } = boundsOf(start);
  return latest === null || latest > on;
}

/** Returns true if the spell may have ended before the day. */
function endInDoubt(end: string, on: string): boolean {
  if (end === '' || end === '..') return false;
  const { earliest } = boundsOf(end);
  return earliest === null || earliest < on;
}

/** Returns the range of one end of a period in words: `between 1 January and 31 December 2019`. */
function spanOf(end: string): string {
  const { earliest, latest } = boundsOf(end);
  if (!isDay(earliest) || !isDay(latest)) return end === '' ? 'on an unknown day' : wordsOf(end);
  return earliest === latest ? dayWords(earliest) : wordsOf(`${earliest}/${latest}`);
}

/** Returns `until 2019`, or `from 4 July 2023` if the spell starts after the day. */
function outsideWords({ validity }: SpellOutput, on: string): string {
  if (!validity) return 'not on the day';
  const { start, end, isInterval } = endsOf(validity.edtf);
  if (validity.earliest !== null && validity.earliest > on)
    return `from ${isInterval ? wordsOf(start) : validity.words}`;
  return `until ${isInterval ? wordsOf(end) : validity.words}`;
}

function endsOf(edtf: string): Ends {
  const [start = '', end] = edtf.split('/');
  return end === undefined ? { start: edtf, end: edtf, isInterval: false } : { start, end, isInterval: true };
}

function boundsOf(edtf: string): { readonly earliest: string | null; readonly latest: string | null } {
  const parsed = parseUncertainDate(edtf);
  return parsed.ok ? parsed.date : { earliest: null, latest: null };
}

function isDay(bound: string | null): bound is string {
  return bound !== null && /^\d{4}-/.test(bound);
}
