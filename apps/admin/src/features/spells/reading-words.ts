import { parseUncertainDate, wordsOf } from '@chancery/codebook';
import { dayWords } from '../../ui/moment.ts';
import { lastAttestedDayOf, type SpellOutput } from './spell.ts';
import { isFullMember, type SpellWords } from './spell-words.ts';
import { texts } from './texts.ts';

/** The start and the end of a period in EDTF. If the period is not an interval, both are its whole EDTF text. */
interface Ends {
  readonly start: string;
  readonly end: string;
  readonly isInterval: boolean;
}

/** Returns the reading of a spell on a day (`YYYY-MM-DD`) in words: `member, last attested 3 March 2025`. */
export function readingWords(spell: SpellOutput, spellWords: SpellWords, on: string): string {
  const { validity, reading } = spell;
  const attestedDay = lastAttestedDayOf(spell);
  switch (reading) {
    case 'CERTAIN':
      return spellWords.holds;
    case 'PRESUMED':
      if (spell.attestedUntil === undefined) return texts.reading.holdsWithoutEnd(spellWords.holds);
      return attestedDay
        ? texts.reading.lastAttested(spellWords.holds, attestedDay)
        : texts.reading.notAttestedSince(spellWords.holds);
    case 'LAST_RECORDED':
      if (!validity) return recordedWords(spell, spellWords);
      return attestedDay
        ? texts.reading.lastRecordedOn(spellWords.holds, attestedDay)
        : texts.reading.lastRecorded(spellWords.holds);
    case 'POSSIBLE':
      return texts.reading.possible(
        isFullMember(spellWords) ? '' : spellWords.holds,
        doubtWords(spell, spellWords, on),
      );
    case 'UNSTATED':
      return spell.asOf ? recordedWords(spell, spellWords) : texts.reading.unstated;
    case 'NO':
      return outsideWords(spell, on);
    default:
      return reading satisfies never;
  }
}

/**
 * Returns the words for a spell without a period that was recorded at a time: `recorded as member in September 2019`.
 */
function recordedWords({ asOf, attestedUntil }: SpellOutput, { holds }: SpellWords): string {
  if (asOf?.precision === 'DAY') return texts.reading.recordedOn(holds, asOf.words);
  if (asOf) return texts.reading.recordedIn(holds, asOf.words);
  return attestedUntil ? texts.reading.recordedOn(holds, dayWords(attestedUntil)) : texts.reading.recorded(holds);
}

/** Returns words that say why it is not clear whether a spell includes the day, such as an imprecise start or end. */
function doubtWords({ validity }: SpellOutput, { began, ended }: SpellWords, on: string): string {
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

/** Returns the days on which one end of a period may be, in words: `between 1 January and 31 December 2019`. */
function spanOf(end: string): string {
  const { earliest, latest } = boundsOf(end);
  if (!isDay(earliest) || !isDay(latest)) return end === '' ? texts.doubt.unknownDay : wordsOf(end);
  return earliest === latest ? dayWords(earliest) : wordsOf(`${earliest}/${latest}`);
}

/**
 * Returns the words for a spell that does not include the day: `until 2019`, or `from 4 July 2023` if it starts later.
 */
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
