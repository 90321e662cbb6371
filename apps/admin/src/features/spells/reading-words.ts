import { parseUncertainDate, wordsOf } from '@chancery/codebook';
import { dayWords } from '../../ui/moment.ts';
import { lastAttestedDayOf, type SpellOutput } from './spell.ts';
import { isFullMember, type SpellNoun } from './spell-nouns.ts';
import { texts } from './texts.ts';

/** The start and end of a period in EDTF. If the date is not an interval, both are the date itself. */
interface Ends {
  readonly start: string;
  readonly end: string;
  readonly isInterval: boolean;
}

/**
 * Returns the reading of a spell on a day (`YYYY-MM-DD`) in words: `member, last attested 3 March 2025`.
 */
export function readingWords(spell: SpellOutput, noun: SpellNoun, on: string): string {
  const { validity, reading } = spell;
  const attestedDay = lastAttestedDayOf(spell);
  switch (reading) {
    case 'CERTAIN':
      return noun.holds;
    case 'PRESUMED':
      if (spell.attestedUntil === undefined) return texts.reading.holdsWithoutEnd(noun.holds);
      return attestedDay
        ? texts.reading.lastAttested(noun.holds, attestedDay)
        : texts.reading.notAttestedSince(noun.holds);
    case 'LAST_RECORDED':
      if (!validity) return recordedWords(spell, noun);
      return attestedDay
        ? texts.reading.lastRecordedOn(noun.holds, attestedDay)
        : texts.reading.lastRecorded(noun.holds);
    case 'POSSIBLE':
      return texts.reading.possible(isFullMember(noun) ? '' : noun.holds, doubtWords(spell, noun, on));
    case 'UNSTATED':
      return spell.asOf ? recordedWords(spell, noun) : texts.reading.unstated;
    case 'NO':
      return outsideWords(spell, on);
    default:
      return reading satisfies never;
  }
}

/** Returns the words for a spell that is attested without a period: `recorded as member in September 2019`. */
function recordedWords({ asOf, attestedUntil }: SpellOutput, { holds }: SpellNoun): string {
  if (asOf?.precision === 'DAY') return texts.reading.recordedOn(holds, asOf.words);
  if (asOf) return texts.reading.recordedIn(holds, asOf.words);
  return attestedUntil ? texts.reading.recordedOn(holds, dayWords(attestedUntil)) : texts.reading.recorded(holds);
}

/** Says which end of the period makes it unclear whether the day is within. */
function doubtWords({ validity }: SpellOutput, { began, ended }: SpellNoun, on: string): string {
  if (!validity) return texts.doubt.recordedLater;
  const { start, end, isInterval } = endsOf(validity.edtf);
  if (!isInterval) return texts.doubt.someTimeIn(validity.words);
  const doubts = [
    ...(startInDoubt(start, on) ? [texts.doubt.end(began, spanOf(start))] : []),
    ...(endInDoubt(end, on) ? [texts.doubt.end(ended, spanOf(end))] : []),
  ];
  return doubts.length > 0 ? texts.doubt.ends(doubts) : validity.words;
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
  if (!isDay(earliest) || !isDay(latest)) return end === '' ? texts.doubt.unknownDay : wordsOf(end);
  return earliest === latest ? dayWords(earliest) : wordsOf(`${earliest}/${latest}`);
}

/** Returns `until 2019`, or `from 4 July 2023` if the spell starts after the day. */
function outsideWords({ validity }: SpellOutput, on: string): string {
  if (!validity) return texts.reading.notOnDay;
  const { start, end, isInterval } = endsOf(validity.edtf);
  if (validity.earliest !== null && validity.earliest > on)
    return texts.reading.from(isInterval ? wordsOf(start) : validity.words);
  return texts.reading.until(isInterval ? wordsOf(end) : validity.words);
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
