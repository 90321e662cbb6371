// Search, record by record.
import { type FactTypeName, factTypeNames, typeOf, upperSnake } from '@chancery/codebook';
import type { RegisterState, Thing } from './register-state.ts';
import { type PageArguments, pageOf } from './sorted-pages.ts';

interface Match {
  readonly thing: Thing;
  /** 0 a code, 1 the whole label, 2 a whole name, 3 the start of the label, 4 that of a name, 5 somewhere within. */
  readonly tier: number;
  /** 0 a code, 1 the label, 2 a name. */
  readonly way: number;
}

/** What a search is asked. */
export interface SearchArguments extends PageArguments {
  readonly text: string;
  readonly types?: readonly string[] | null;
}

/** Records that contain a text, best match first. */
export function search(state: RegisterState, { text, types, ...page }: SearchArguments): unknown {
  const wanted = searchText(text);
  const records = factTypeNames.filter(
    (type) => typeOf(type).category === 'record' && (!types || types.includes(upperSnake(type))),
  );
  const matches =
    wanted === '' ? [] : records.flatMap((type) => state.all(type)).flatMap((thing) => best(thing, wanted));
  return pageOf(
    {
      rows: matches,
      order: 'MATCH',
      descending: false,
      keys: ({ thing, tier }) => [tier, [...String(thing.fact.label)].length, String(thing.row.id)],
      node: ({ thing }) => thing,
      edge: ({ way }) => ({ matchedOn: ['CODE', 'LABEL', 'NAME'][way] }),
    },
    page,
  );
}

/** A text as it is searched for. */
export function searchText(text: string): string {
  return text.normalize('NFC').trim();
}

function best(thing: Thing, text: string): Match[] {
  const { state } = thing;
  const of = (type: FactTypeName) => state.all(type).filter(({ row }) => row.of_id === thing.row.id);
  const upper = state.stored.spellings.get(text)?.upper;
  const codes = of('ExternalCode').filter(({ row }) => row.value === text || row.value === upper);
  const matches: Match[] = [
    ...codes.map(() => ({ thing, tier: 0, way: 0 })),
    ...within(state, String(thing.fact.label), text).map((fit) => ({ thing, tier: [1, 3, 5][fit] ?? 5, way: 1 })),
    ...of('Name').flatMap(({ row }) =>
      within(state, String(row.name_text), text).map((fit) => ({ thing, tier: [2, 4, 5][fit] ?? 5, way: 2 })),
    ),
  ];
  const [first] = matches.sort((a, b) => a.tier - b.tier || a.way - b.way);
  return first ? [first] : [];
}

/** Whether a text contains another: 0 is the other, 1 begins with it, 2 contains it and is no mere letter or two. */
function within({ stored: { spellings } }: RegisterState, text: string, part: string): number[] {
  const [hay, needle] = [spellings.get(text)?.folded, spellings.get(part)?.folded];
  if (hay === undefined || needle === undefined || !hay.includes(needle)) return [];
  if ([...needle].length < 3 && !hay.startsWith(needle)) return [];
  return [hay === needle ? 0 : hay.startsWith(needle) ? 1 : 2];
}
