// Search, implemented record by record.
import { type FactTypeName, factTypeNames, typeOf, upperSnake } from '@chancery/codebook';
import type { RegisterNode, RegisterState } from './register-state.ts';
import { type PageArguments, pageOf } from './sorted-pages.ts';

interface Match {
  readonly node: RegisterNode;
  /**
   * How well the text matches. 0: a code; 1: the whole label; 2: a whole name; 3: the start of the label; 4: the start
   * of a name; 5: inside either.
   */
  readonly tier: number;
  /** What matched. 0: a code; 1: the label; 2: a name. */
  readonly way: number;
}

/** The arguments of a search. */
export interface SearchArguments extends PageArguments {
  readonly text: string;
  readonly types?: readonly string[] | null;
}

/** Returns a page of the records that match a text, best match first. A blank text matches none. */
export function search(state: RegisterState, { text, types, ...page }: SearchArguments): unknown {
  const wanted = normalizeSearchText(text);
  const records = factTypeNames.filter(
    (type) => typeOf(type).category === 'record' && (!types || types.includes(upperSnake(type))),
  );
  const matches =
    wanted === '' ? [] : records.flatMap((type) => state.all(type)).flatMap((node) => bestMatch(node, wanted));
  return pageOf(
    {
      rows: matches,
      order: 'MATCH',
      descending: false,
      keys: ({ node, tier }) => [tier, [...String(node.fact.label)].length, String(node.row.id)],
      node: ({ node }) => node,
      edge: ({ way }) => ({ matchedOn: ['CODE', 'LABEL', 'NAME'][way] }),
    },
    page,
  );
}

/** Returns the text of a search in NFC, without spaces at either end. */
export function normalizeSearchText(text: string): string {
  return text.normalize('NFC').trim();
}

function bestMatch(node: RegisterNode, text: string): Match[] {
  const { state } = node;
  const linkedFacts = (type: FactTypeName) => state.all(type).filter(({ row }) => row.of_id === node.row.id);
  const upper = state.stored.spellings.get(text)?.upper;
  const codes = linkedFacts('ExternalCode').filter(({ row }) => row.value === text || row.value === upper);
  const matches: Match[] = [
    ...codes.map(() => ({ node, tier: 0, way: 0 })),
    ...matchRank(state, String(node.fact.label), text).map((rank) => ({ node, tier: [1, 3, 5][rank] ?? 5, way: 1 })),
    ...linkedFacts('Name').flatMap(({ row }) =>
      matchRank(state, String(row.name_text), text).map((rank) => ({ node, tier: [2, 4, 5][rank] ?? 5, way: 2 })),
    ),
  ];
  const [first] = matches.sort((a, b) => a.tier - b.tier || a.way - b.way);
  return first ? [first] : [];
}

/**
 * Returns how a text matches `part`, as a list of at most one rank. 0: equal to it; 1: starts with it; 2: contains it,
 * which counts only if `part` has at least three characters.
 */
function matchRank({ stored: { spellings } }: RegisterState, text: string, part: string): number[] {
  const [haystack, needle] = [spellings.get(text)?.folded, spellings.get(part)?.folded];
  if (haystack === undefined || needle === undefined || !haystack.includes(needle)) return [];
  if ([...needle].length < 3 && !haystack.startsWith(needle)) return [];
  return [haystack === needle ? 0 : haystack.startsWith(needle) ? 1 : 2];
}
