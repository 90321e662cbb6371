// The reading of a spell on a day is computed in three places that must agree: codebook, reader SQL and referee.
import { parseUncertainDate, type SpellBounds, spellReadingOn } from '@chancery/codebook';
import { holdsSql, readingSql } from '@chancery/reader';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readingOn } from '../referee/spells.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { Random } from '../support/random.ts';
import { sampleEdtf } from '../support/sample-values.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
}, 60_000);
afterAll(() => desk.close());

interface Case {
  readonly edtf: string | null;
  readonly spell: SpellBounds;
  readonly on: string;
}

const day = (random: Random) =>
  new Date(Date.UTC(random.between(1985, 2032), random.below(12), random.between(1, 28))).toISOString().slice(0, 10);

/** Returns a random day, usually within one day of a bound, where the three rules are most likely to differ. */
function dayNear(random: Random, bounds: readonly (string | null)[]): string {
  const dates = bounds.filter((bound) => bound !== null && /^\d/.test(bound));
  if (dates.length === 0 || random.chance(0.3)) return day(random);
  const at = new Date(`${random.pick(dates)}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + random.between(-1, 1));
  const text = at.toISOString().slice(0, 10);
  return /^\d{4}-/.test(text) && text >= '0001-01-01' ? text : day(random);
}

function caseOf(random: Random): Case {
  const isStated = random.chance(0.93);
  const edtf = isStated ? sampleEdtf(random) : null;
  const parsed = parseUncertainDate(edtf ?? '2000');
  if (!parsed.ok) throw new Error(`${edtf} is not a valid date: ${parsed.problem}`);
  const unstated = {
    earliest: null,
    latest: null,
    startLatest: random.chance(0.6) ? day(random) : null,
    endEarliest: null,
  };
  const { earliest, latest, startLatest, endEarliest } = isStated ? parsed.date : unstated;
  const attestedUntil = random.pick([null, day(random), day(random), latest?.startsWith('in') ? null : latest]);
  const spell = { earliest, latest, startLatest, endEarliest, attestedUntil };
  return { edtf, spell, on: dayNear(random, Object.values(spell)) };
}

it('codebook, SQL and referee give 5,000 random spells the same reading on random days', async () => {
  const random = new Random(20261130);
  const cases = Array.from({ length: 5_000 }, () => caseOf(random));
  const columns = {
    earliest: 's.earliest',
    latest: 's.latest',
    startLatest: 's."startLatest"',
    endEarliest: 's."endEarliest"',
    attestedUntil: 's."attestedUntil"',
  };
  const { rows } = await desk.owner.query<{ reading: string; holds: boolean | null }>(
    `SELECT ${readingSql(columns, 's.day')} AS reading, ${holdsSql(columns, 's.day')} AS holds
     FROM ROWS FROM (jsonb_to_recordset($1) AS (earliest date, latest date, "startLatest" date, "endEarliest" date, "attestedUntil" date, day date)) WITH ORDINALITY s ORDER BY ordinality`,
    [JSON.stringify(cases.map(({ spell, on }) => ({ ...spell, day: on })))],
  );
  const differing = cases.flatMap(({ edtf, spell, on }, at) => {
    const codebook = spellReadingOn(spell, on);
    const referee = readingOn(
      'Membership',
      'validity',
      { validity_edtf: edtf, validity_start_latest: spell.startLatest, validity_attested_until: spell.attestedUntil },
      on,
    );
    const sql = rows[at]?.reading;
    const holds = rows[at]?.holds === true;
    const agree = sql === codebook && referee === codebook && holds === ['CERTAIN', 'PRESUMED'].includes(codebook);
    return agree ? [] : [{ edtf, spell, on, codebook, sql, referee, holds }];
  });
  expect(differing).toEqual([]);
  const readings = new Set(rows.map(({ reading }) => reading));
  expect([...readings].sort()).toEqual(['CERTAIN', 'LAST_RECORDED', 'NO', 'POSSIBLE', 'PRESUMED', 'UNSTATED']);
}, 60_000);
