import { parseUncertainDate, wordsOf } from '@chancery/codebook';
import { dayWords } from '../../ui/moment.ts';
import { lastSeen, type SpellOutput } from './spell.ts';
import type { SpellNoun } from './spell-nouns.ts';

/** The two ends of a period as written; a date that is no interval has one text for both. */
interface Ends {
  readonly start: string;
  readonly end: string;
  readonly isInterval: boolean;
}

/**
 * How a fact reads on a day (`YYYY-MM-DD`), in words: `member, last checked 3 March 2025`. All words for readings are
 * here and in `spell-nouns.ts`, `explanation.ts`.
 */
export function readingWords(spell: SpellOutput, noun: SpellNoun, on: string): string {
  const { validity, reading } = spell;
  const seen = lastSeen(spell);
  switch (reading) {
    case 'CERTAIN':
      return noun.holds;
    case 'PRESUMED':
      if (spell.attestedUntil === undefined) return `${noun.holds}, no end recorded`;
      return seen ? `${noun.holds}, last checked ${dayWords(seen)}` : `${noun.holds}, never checked since`;
    case 'LAST_RECORDED':
      if (!validity) return recordedWords(spell, noun);
      return seen ? `${noun.holds} when last recorded, ${dayWords(seen)}` : `${noun.holds} when last recorded`;
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

/** Of a fact that was seen, while nobody states its period: `recorded as member in September 2019`. */
function recordedWords({ asOf, attestedUntil }: SpellOutput, { holds }: SpellNoun): string {
  const recorded = `recorded as ${holds}`;
  if (asOf) return `${recorded} ${asOf.precision === 'DAY' ? 'on' : 'in'} ${asOf.words}`;
  return attestedUntil ? `${recorded} on ${dayWords(attestedUntil)}` : `${recorded}, day not stated`;
}

/** The end of the period that makes it unclear whether the day lies within. */
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

/** Whether something may have started after the day. */
function startInDoubt(start: string, on: string): boolean {
  if (start === '' || start === '..') return start === '';
  const { latest } = boundsOf(start);
  return latest === null || latest > on;
}

/** Whether something may have ended before the day. */
function endInDoubt(end: string, on: string): boolean {
  if (end === '' || end === '..') return false;
  const { earliest } = boundsOf(end);
  return earliest === null || earliest < on;
}

/** The days on which one end of a period may lie: `between 1 January and 31 December 2019`. */
function spanOf(end: string): string {
  const { earliest, latest } = boundsOf(end);
  if (!isDay(earliest) || !isDay(latest)) return end === '' ? 'on an unknown day' : wordsOf(end);
  return earliest === latest ? dayWords(earliest) : wordsOf(`${earliest}/${latest}`);
}

/** `until 2019`, or of what starts only after the day `from 4 July 2023`. */
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
