// Search, implemented record by record.
import { type FactTypeName, factTypeNames, typeOf, upperSnake } from '@chancery/codebook';
import type { RegisterNode, RegisterState } from './register-state.ts';
import { type PageArguments, pageOf } from './sorted-pages.ts';

interface Match {
  readonly node: RegisterNode;
  /**
   * How well the text matches. 0: a code; 1: the whole label; 2: a whole name; 3: the start of the label; 4: the start
   * of a name; 5: inside either; 6: all words; 7: all words, some with another letter.
   */
  readonly tier: number;
  /** What matched. 0: a code; 1: the label; 2: a name; 3: a former name. */
  readonly way: number;
  /** The id of the code or name that matched; empty for the label. */
  readonly part: string;
  /** The code, label or name that matched. */
  readonly text: string;
}

const ways = ['CODE', 'LABEL', 'NAME', 'FORMER_NAME'];
const fits = ['WHOLE', 'WHOLE', 'WHOLE', 'START', 'START', 'PART', 'WORDS', 'SIMILAR'];
const [wordsTier, similarTier] = [6, 7];
/** Similar words count only if fewer records match without them. */
const enoughMatches = 5;

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
  const nodes = wanted === '' ? [] : records.flatMap((type) => state.all(type));
  const written = nodes.flatMap((node) => bestMatch(matchesAsWritten(node, wanted)));
  const found = new Set(written.map(({ node }) => node.row.id));
  const others = written.length < enoughMatches ? nodes.filter(({ row }) => !found.has(row.id)) : [];
  const similar = others.flatMap((node) => bestMatch(matchesBySimilarWords(node, wanted)));
  return pageOf(
    {
      rows: [...written, ...similar],
      order: 'MATCH',
      descending: false,
      keys: ({ node, tier }) => [tier, [...String(node.fact.label)].length, String(node.row.id)],
      node: ({ node }) => node,
      edge: ({ way, tier, text: matchedText }) => ({ matchedOn: ways[way], matchedText, fit: fits[tier] }),
    },
    page,
  );
}

/** Returns the text of a search in NFC, without spaces at either end. */
export function normalizeSearchText(text: string): string {
  return text.normalize('NFC').trim();
}

/** Returns the best of the matches of a record as a list of at most one. */
function bestMatch(matches: readonly Match[]): Match[] {
  const [first] = [...matches].sort((a, b) => a.tier - b.tier || a.way - b.way || (a.part < b.part ? -1 : 1));
  return first ? [first] : [];
}

function matchesAsWritten(node: RegisterNode, text: string): Match[] {
  const { state } = node;
  const upper = state.stored.spellings.get(text)?.upper;
  const codes = linkedRows(node, 'ExternalCode').filter(({ value }) => value === text || value === upper);
  return [
    ...codes.map(({ id, value }) => ({ node, tier: 0, way: 0, part: String(id), text: String(value) })),
    ...searchedTexts(node).flatMap((searched) => {
      const isLabel = searched.way === 1;
      const tiers = [
        ...matchRank(state, searched.text, text).map((rank) => (isLabel ? [1, 3, 5] : [2, 4, 5])[rank] ?? 5),
        ...(hasAllWords(state, searched.text, text) ? [wordsTier] : []),
      ];
      return tiers.map((tier) => ({ ...searched, tier }));
    }),
  ];
}

function matchesBySimilarWords(node: RegisterNode, text: string): Match[] {
  const words = significantWords(foldedText(node.state, text));
  if (!words.some(mayBeMisspelt)) return [];
  return searchedTexts(node)
    .filter((searched) => {
      const having = wordsOf(foldedText(node.state, searched.text));
      return words.every((word) => having.some((other) => isWordIn(word, other) || isSimilar(word, other)));
    })
    .map((searched) => ({ ...searched, tier: similarTier }));
}

const linkedRows = ({ state, row }: RegisterNode, type: FactTypeName) =>
  state
    .all(type)
    .filter((linked) => linked.row.of_id === row.id)
    .map((linked) => linked.row);

/** Returns the label and the names of a record. */
function searchedTexts(node: RegisterNode): Omit<Match, 'tier'>[] {
  const names = linkedRows(node, 'Name').map(({ id, name_text: name, name_type: kind }) => ({
    ...{ node, way: kind === 'FORMER' ? 3 : 2, part: String(id), text: String(name) },
  }));
  return [{ node, way: 1, part: '', text: String(node.fact.label) }, ...names];
}

const foldedText = ({ stored }: RegisterState, text: string) => stored.spellings.get(text)?.folded ?? '';

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

function hasAllWords(state: RegisterState, text: string, wanted: string): boolean {
  const folded = foldedText(state, wanted);
  const words = significantWords(folded);
  if (words.length === 0 || (words.length === 1 && words[0] === folded)) return false;
  const having = wordsOf(foldedText(state, text));
  return words.every((word) => having.some((other) => isWordIn(word, other)));
}

const leftOut = new Set('a an and as at between by for from in into of on or the to under with'.split(' '));

/** Returns the words of a folded text. Words end at ASCII characters that are neither letters nor digits. */
function wordsOf(folded: string): string[] {
  const words = folded.split(/[^a-z0-9\u0080-\u{10ffff}]+/u).filter((word) => word !== '');
  return words.map((word) => [...word].slice(0, 40).join(''));
}

/** Returns the first eight different words of a folded text that say something. */
function significantWords(folded: string): string[] {
  return [...new Set(wordsOf(folded).filter((word) => !leftOut.has(word)))].slice(0, 8);
}

/** Whether a word of a search is found in a word of a text: at its start, or as the whole of it if it is short. */
const isWordIn = (word: string, other: string) => ([...word].length < 3 ? word === other : other.startsWith(word));

const mayBeMisspelt = (word: string) => [...word].length >= 5 && !/[0-9]/.test(word);

/** Whether two words are equal once at most one letter is taken out of each. */
function isSimilar(word: string, other: string): boolean {
  if (!mayBeMisspelt(word) || [...other].length < 4 || /[0-9]/.test(other)) return false;
  const reduced = (full: string) => [full, ...[...full].map((_, at) => [...full].toSpliced(at, 1).join(''))];
  const spellings = new Set(reduced(other));
  return reduced(word).some((spelling) => spellings.has(spelling));
}
