import { parseUncertainDate, type SpellReadingName, spellReadingOn, wordsOf } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { readingExplanation } from './reading-explanation.ts';
import { readingWords } from './reading-words.ts';
import type { SpellOutput } from './spell.ts';
import { spellWordsOf } from './spell-words.ts';

/** Returns a spell in the form in which pages receive it, with the reading that the codebook computes for the day. */
function spellOn(on: string, edtf: string | null, attestedUntil: string | null): SpellOutput {
  if (edtf === null) return { validity: null, reading: 'UNSTATED', attestedUntil };
  const parsed = parseUncertainDate(edtf);
  if (!parsed.ok) throw new Error(parsed.problem);
  return {
    validity: { ...parsed.date, words: wordsOf(edtf) },
    reading: spellReadingOn({ ...parsed.date, attestedUntil }, on),
    attestedUntil,
  };
}

describe('readingWords', () => {
  it.each<[string | null, string, string | null, SpellReadingName, string]>([
    ['2001-06-15/..', '2019-09-15', '2025-03-03', 'CERTAIN', 'member'],
    ['2001/2019', '2010-01-01', null, 'CERTAIN', 'member'],
    ['2001-06-15/..', '2026-01-01', '2025-03-03', 'PRESUMED', 'member, last attested 3 March 2025'],
    ['2001-06-15/..', '2026-01-01', null, 'PRESUMED', 'member, not attested since its start'],
    // A source that is older than the start only announces the membership.
    ['2015-01-20/..', '2026-01-01', '2015-01-01', 'PRESUMED', 'member, not attested since its start'],
    ['1996/', '2026-01-01', '2014-12-31', 'LAST_RECORDED', 'member when last recorded, 31 December 2014'],
    ['1996/', '2026-01-01', null, 'LAST_RECORDED', 'member when last recorded'],
    ['2019/..', '2019-06-01', null, 'POSSIBLE', 'possibly (joined between 1 January and 31 December 2019)'],
    ['2001/2019', '2019-06-01', null, 'POSSIBLE', 'possibly (left between 1 January and 31 December 2019)'],
    ['/2019', '2010-01-01', null, 'POSSIBLE', 'possibly (joined on an unknown day)'],
    ['2019', '2019-06-01', null, 'POSSIBLE', 'possibly (some time in 2019)'],
    [null, '2019-06-01', null, 'UNSTATED', 'dates not stated'],
    ['2001/2019', '2020-01-01', null, 'NO', 'until 2019'],
    ['2023-07-04/..', '2020-01-01', null, 'NO', 'from 4 July 2023'],
  ])('%s on %s, attested until %s: %s, %s', (edtf, on, attestedUntil, reading, words) => {
    const spell = spellOn(on, edtf, attestedUntil);
    expect(spell.reading).toBe(reading);
    expect(readingWords(spell, spellWordsOf('Membership', 'FULL'), on)).toBe(words);
  });

  it('gives the time of the record if no source states the period', () => {
    const spell = { validity: null, reading: 'LAST_RECORDED', attestedUntil: '2019-09-30' } as const;
    const asOf = { latest: '2019-09-30', precision: 'MONTH', words: 'September 2019' };
    const spellWords = spellWordsOf('Membership', 'FULL');
    expect(readingWords({ ...spell, asOf }, spellWords, '2026-01-01')).toBe('recorded as member in September 2019');
    expect(readingWords(spell, spellWords, '2026-01-01')).toBe('recorded as member on 30 September 2019');
  });

  it('uses the words of each status and type', () => {
    const spell = spellOn('2026-01-01', '2001/..', '2025-03-03');
    const words = (...[type, status]: Parameters<typeof spellWordsOf>) =>
      readingWords(spell, spellWordsOf(type, status), '2026-01-01');
    expect(words('Membership', 'OBSERVER')).toBe('observer, last attested 3 March 2025');
    expect(words('OfficeHolding')).toBe('in office, last attested 3 March 2025');
    expect(words('Obligation')).toBe('owed, last attested 3 March 2025');
  });
});

describe('readingExplanation', () => {
  it('says until when a spell is attested and by which source if no end is stated', () => {
    const open = readingExplanation(spellOn('2026-01-01', '2001/..', '2025-03-03'), '2026-01-01', 'a page (Itself)');
    expect(open).toContain('Attested until 3 March 2025, by a page (Itself).');
    const ended = readingExplanation(spellOn('2010-01-01', '2001/2019', '2019-12-31'), '2010-01-01', 'a page (Itself)');
    expect(ended).not.toContain('ttested');
  });

  it('says that the sources end if the end is not known', () => {
    expect(readingExplanation(spellOn('2026-01-01', '1996/', '2014-12-31'), '2026-01-01', '')).toContain(
      'It is not known whether this still held on 1 January 2026',
    );
  });
});
