// A second list of exercises, made from the published Multinational Military Exercises by telling three hundred of them
// otherwise, is brought in beside the first. Thirty real exercises, each of the name of another of another year, are left out
// of the first list and stand in the second: none of them may be taken for that of the other year. The published files are
// looked for in CHANCERY_DATA.
import '../../src/support/production-mode.ts';
import { text } from 'node:stream/consumers';
import { loadDemo } from '@chancery/api/demo';
import { importers, readSourceRecords, textOf } from '@chancery/importers';
import { publishedFile, rowsOf } from '@chancery/importers/testing';
import { afterAll, expect, it } from '@jest/globals';
import { bringIn, mustBeTaken, sourcesOf } from '../../data/bring-in.ts';
import { compareLists, inAnotherYear } from '../../src/support/compare-lists.ts';
import { type Desk, openDesk } from '../../src/support/desk.ts';
import { importAndMerge, type StoredImportRow } from '../../src/support/import-and-merge.ts';
import { alteredList, type ListedExercise, listMapping, tableOf } from '../../src/support/other-list.ts';
import { Random } from '../../src/support/random.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const seed = Number(process.env.SEED ?? 1);
let desk: Desk | undefined;
afterAll(() => desk?.close());

/** The code of a state by what it is called, as its own list says which names it goes by. */
async function codeOfName(): Promise<(name: string) => string | undefined> {
  const states: [RegExp, string][] = [];
  for await (const row of rowsOf(publishedFile('country_codes_countrycode.csv')))
    if (row('iso3c') !== '' && row('regex_en') !== '') states.push([new RegExp(row('regex_en'), 'i'), row('iso3c')]);
  return (name) => states.find(([pattern]) => pattern.test(name))?.[1];
}

/** All exercises of the published files, by number of row. */
async function publishedExercises(): Promise<ListedExercise[]> {
  const mme = importers.find(({ manifest }) => manifest.key === 'mme');
  if (!mme) throw new Error('there is no source mme');
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

/** Thirty exercises of names that recur in other years, one of each name, and three hundred others, half of recurring names. */
function chosen(all: readonly ListedExercise[]): { heldOut: ListedExercise[]; told: ListedExercise[] } {
  const random = new Random(seed);
  const byName = new Map<string, ListedExercise[]>();
  for (const each of all) {
    const name = each.name?.toLowerCase();
    if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), each]);
  }
  const recurring = [...byName.values()].filter((same) => new Set(same.map(yearOf)).size > 1);
  const heldOut = random.some(recurring, 30).map((same) => {
    const picked = random.pick(
      same.filter((one) => same.every((other) => other === one || yearOf(other) !== yearOf(one))),
    );
    return picked;
  });
  const rest = all.filter((each) => !heldOut.includes(each) && each.place !== '');
  const names = new Set(heldOut.map(({ name }) => name?.toLowerCase()));
  const siblings = rest.filter(({ name }) => names.has(name?.toLowerCase())).slice(0, 60);
  const others = rest.filter((each) => !siblings.includes(each));
  return { heldOut, told: [...siblings, ...random.some(others, 300 - siblings.length)] };
}

const outcomes = (rows: readonly StoredImportRow[], type: string) => {
  const counts: Record<string, number> = {};
  for (const row of rows) if (row.type === type) counts[row.outcome] = (counts[row.outcome] ?? 0) + 1;
  return JSON.stringify(counts);
};

it('three hundred exercises told otherwise are found, and thirty of other years are not mistaken for them', async () => {
  const all = await publishedExercises();
  const { heldOut, told } = chosen(all);
  const out = new Set(heldOut.map(({ number }) => number));
  const without = async (name: string) => {
    const lines = (await text(textOf(publishedFile(name)))).split('\n');
    return lines.filter((line) => !out.has(line.slice(0, line.indexOf(',')))).join('\n');
  };
  const names = ['mme_v7_exercises.csv', 'mme_v7_participants.csv'];
  const files = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await without(name)] as const)));

  const opened = await openDesk();
  desk = opened;
  const people = [await opened.hire('Ana'), await opened.hire('Ben')] as const;
  const roles = { author: people[0].id, reviewer: people[1].id };
  await loadDemo(opened, roles, () => undefined);
  await bringIn({ ...opened, people: roles }, sourcesOf(['cow-states', 'gw-states', 'countrycode']), mustBeTaken);
  const first = await importAndMerge(opened, people, { source: 'mme', files });
  say(
    `first list: exercises ${outcomes(first.rows, 'Exercise')}, participations ${outcomes(first.rows, 'Participation')}`,
  );

  const list = [...alteredList(told, seed), ...alteredList(heldOut, seed + 1)];
  const table = { source: 'csv', mapping: listMapping('other-list'), files: { 'exercises.csv': tableOf(list) } };
  const factOf = new Map(
    first.rows.flatMap(({ type, key, fact }) =>
      type === 'Exercise' && key && fact ? [[key.replace('exercise ', ''), fact] as const] : [],
    ),
  );
  const truth = new Map(list.map(({ number }) => [number, out.has(number) ? undefined : factOf.get(number)]));
  const began = Date.now();
  const second = await importAndMerge(opened, people, table);
  const compared = compareLists(second.rows, truth);
  const figures = Object.entries(compared).map(([what, numbers]) => `${numbers.length} ${what}`);
  say(`second list: ${figures.join(', ')}; in ${Date.now() - began} ms, merged`);
  say(
    `         exercises ${outcomes(second.rows, 'Exercise')}, participations ${outcomes(second.rows, 'Participation')}`,
  );
  for (const what of ['mistaken', 'doubled', 'asked'] as const)
    for (const number of compared[what].slice(0, 10)) {
      const row = second.rows.find(({ key }) => key === `exercise · ${number}`);
      const was = all.find((each) => each.number === number);
      say(
        `         ${what} ${number}: ${JSON.stringify(list.find((each) => each.number === number))} was ${was?.name} ${was?.start}: ${row?.label}`,
      );
    }
  const strays = await inAnotherYear(opened, second.rows, new Map(list.map(({ number, start }) => [number, start])));
  say(`         ${strays} participations of another year`);
  expect(strays).toBe(0);
  expect(compared.mistaken).toEqual([]);
  expect(compared.doubled.length).toBeLessThanOrEqual(told.length * 0.05);
  expect(told).toHaveLength(300);
  // None of those of other years is found to be one that is there.
  expect(compared.found.filter((number) => out.has(number))).toEqual([]);

  const again = await importAndMerge(opened, people, table);
  say(
    `second list again: exercises ${outcomes(again.rows, 'Exercise')}, participations ${outcomes(again.rows, 'Participation')}`,
  );
  expect(again.operations).toBe(0);
});
