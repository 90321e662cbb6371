// Imports the published Multinational Military Exercises, then a second list with altered copies of 300 of them. The
// second list also contains 30 real exercises that were left out of the first and share their name with an exercise of
// another year; none of them may be matched with it. The published files are in the folder CHANCERY_DATA.
import '../../src/support/production-mode.ts';
import { text } from 'node:stream/consumers';
import { loadDemo } from '@chancery/api/demo';
import { importers, readSourceRecords, textOf } from '@chancery/importers';
import { publishedFile, rowsOf } from '@chancery/importers/testing';
import { afterAll, expect, it } from '@jest/globals';
import { importersOf, importSources, throwIfRefused } from '../../data/import-sources.ts';
import { compareLists, countWrongYears } from '../../src/support/compare-lists.ts';
import { type Desk, openDesk } from '../../src/support/desk.ts';
import { importAndMerge, type StoredImportRow } from '../../src/support/import-and-merge.ts';
import { alteredList, type ListedExercise, listMapping, toCsv } from '../../src/support/other-list.ts';
import { Random } from '../../src/support/random.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const seed = Number(process.env.SEED ?? 1);
let desk: Desk | undefined;
afterAll(() => desk?.close());

/**
 * Returns a function that finds a state's ISO alpha-3 code by its name: the code of the first pattern of the
 * countrycode list that matches the name, or `undefined` if none does.
 */
async function codeOfName(): Promise<(name: string) => string | undefined> {
  const states: [RegExp, string][] = [];
  for await (const row of rowsOf(publishedFile('country_codes_countrycode.csv')))
    if (row('iso3c') !== '' && row('regex_en') !== '') states.push([new RegExp(row('regex_en'), 'i'), row('iso3c')]);
  return (name) => states.find(([pattern]) => pattern.test(name))?.[1];
}

/** Returns all exercises of the published files, each with the ISO codes of the participants for which there is one. */
async function publishedExercises(): Promise<ListedExercise[]> {
  const mme = importers.find(({ manifest }) => manifest.key === 'mme');
  if (!mme) throw new Error('there is no importer mme');
  const codeOf = await codeOfName();
  const named = new Map<string, string>();
  for await (const row of rowsOf(publishedFile('mme_v7_exercises.csv'))) named.set(row('row_no'), row('Ex_Name'));
  const listed = new Map<string, ListedExercise & { participants: string[] }>();
  const files = mme.manifest.files.map(({ name }) => publishedFile(name));
  for await (const { type, key, values, links } of readSourceRecords(mme, files, {
    rows: 0,
    problems: [],
    notes: [],
  })) {
    if (type === 'Exercise') {
      const number = key.replace('exercise ', '');
      const name = named.get(number);
      const { edtf } = values.start as { edtf: string };
      listed.set(key, {
        number,
        ...(name && name !== '-9' ? { name } : {}),
        start: edtf,
        place: typeof values.location === 'string' ? values.location : '',
        participants: [],
      });
    }
    const { exercise, actor } = links;
    if (type !== 'Participation' || !exercise || !actor || !('record' in exercise) || !('name' in actor)) continue;
    const code = codeOf(actor.name.text);
    const participants = listed.get(exercise.record)?.participants;
    if (code && participants && !participants.includes(code)) participants.push(code);
  }
  return [...listed.values()];
}

const yearOf = ({ start }: ListedExercise) => start.slice(0, 4);

/**
 * Picks 30 exercises that share their names with exercises of other years, one per name (`heldOut`), and 300 other
 * exercises that have a place (`altered`). Up to 60 of the 300 have a name of the 30.
 */
function pickExercises(all: readonly ListedExercise[]): { heldOut: ListedExercise[]; altered: ListedExercise[] } {
  const random = new Random(seed);
  const byName = new Map<string, ListedExercise[]>();
  for (const exercise of all) {
    const name = exercise.name?.toLowerCase();
    if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), exercise]);
  }
  const recurring = [...byName.values()].filter((same) => new Set(same.map(yearOf)).size > 1);
  const heldOut = random.sample(recurring, 30).map((same) => {
    const picked = random.pick(
      same.filter((one) => same.every((other) => other === one || yearOf(other) !== yearOf(one))),
    );
    return picked;
  });
  const rest = all.filter((exercise) => !heldOut.includes(exercise) && exercise.place !== '');
  const names = new Set(heldOut.map(({ name }) => name?.toLowerCase()));
  const siblings = rest.filter(({ name }) => names.has(name?.toLowerCase())).slice(0, 60);
  const others = rest.filter((exercise) => !siblings.includes(exercise));
  return { heldOut, altered: [...siblings, ...random.sample(others, 300 - siblings.length)] };
}

const outcomes = (rows: readonly StoredImportRow[], type: string) => {
  const counts: Record<string, number> = {};
  for (const row of rows) if (row.type === type) counts[row.outcome] = (counts[row.outcome] ?? 0) + 1;
  return JSON.stringify(counts);
};

it('matches altered copies of 300 exercises to no wrong fact, and 30 exercises to none of another year', async () => {
  const all = await publishedExercises();
  const { heldOut, altered } = pickExercises(all);
  const heldOutNumbers = new Set(heldOut.map(({ number }) => number));
  const without = async (name: string) => {
    const lines = (await text(textOf(publishedFile(name)))).split('\n');
    return lines.filter((line) => !heldOutNumbers.has(line.slice(0, line.indexOf(',')))).join('\n');
  };
  const names = ['mme_v7_exercises.csv', 'mme_v7_participants.csv'];
  const files = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await without(name)] as const)));

  const opened = await openDesk();
  desk = opened;
  const people = [await opened.createUser('Ana'), await opened.createUser('Ben')] as const;
  const roles = { author: people[0].id, reviewer: people[1].id };
  await loadDemo(opened, roles, () => undefined);
  await importSources(
    { ...opened, people: roles },
    importersOf(['cow-states', 'gw-states', 'countrycode']),
    throwIfRefused,
  );
  const first = await importAndMerge(opened, people, { source: 'mme', files });
  say(
    `first list: exercises ${outcomes(first.rows, 'Exercise')}, participations ${outcomes(first.rows, 'Participation')}`,
  );

  const list = [...alteredList(altered, seed), ...alteredList(heldOut, seed + 1)];
  const table = { source: 'csv', mapping: listMapping('other-list'), files: { 'exercises.csv': toCsv(list) } };
  const factOf = new Map(
    first.rows.flatMap(({ type, key, fact }) =>
      type === 'Exercise' && key && fact ? [[key.replace('exercise ', ''), fact] as const] : [],
    ),
  );
  const truth = new Map(
    list.map(({ number }) => [number, heldOutNumbers.has(number) ? undefined : factOf.get(number)]),
  );
  const began = Date.now();
  const second = await importAndMerge(opened, people, table);
  const compared = compareLists(second.rows, truth);
  const figures = Object.entries(compared).map(([what, numbers]) => `${numbers.length} ${what}`);
  say(`second list: ${figures.join(', ')}; in ${Date.now() - began} ms, merged`);
  say(
    `         exercises ${outcomes(second.rows, 'Exercise')}, participations ${outcomes(second.rows, 'Participation')}`,
  );
  for (const what of ['mismatched', 'duplicated', 'questions'] as const)
    for (const number of compared[what].slice(0, 10)) {
      const row = second.rows.find(({ key }) => key === `exercise · ${number}`);
      const original = all.find((exercise) => exercise.number === number);
      say(
        `         ${what} ${number}: ${JSON.stringify(list.find((exercise) => exercise.number === number))} originally ${original?.name} ${original?.start}: ${row?.label}`,
      );
    }
  const wrongYears = await countWrongYears(
    opened,
    second.rows,
    new Map(list.map(({ number, start }) => [number, start])),
  );
  say(`         ${wrongYears} participations in a wrong year`);
  expect(wrongYears).toBe(0);
  expect(compared.mismatched).toEqual([]);
  expect(compared.duplicated.length).toBeLessThanOrEqual(altered.length * 0.05);
  expect(altered).toHaveLength(300);
  // No exercise that was left out of the first list is matched.
  expect(compared.matched.filter((number) => heldOutNumbers.has(number))).toEqual([]);

  const again = await importAndMerge(opened, people, table);
  say(
    `second list again: exercises ${outcomes(again.rows, 'Exercise')}, participations ${outcomes(again.rows, 'Participation')}`,
  );
  expect(again.operations).toBe(0);
});
