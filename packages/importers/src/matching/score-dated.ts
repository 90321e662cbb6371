import { type FieldValue, nameFields, type Values } from '@chancery/codebook';
import type { NameLikeness } from './compare-names.ts';
import { isSamePlaceName } from './compare-names.ts';
import type { DatedKind } from './dated-kinds.ts';
import type { Nearness } from './nearness.ts';

/** The comparison of a source record and a stored record, property by property. */
export interface Comparison {
  readonly name: NameLikeness;
  /** True if the source has a name for the record, not only a description. */
  readonly isNamed: boolean;
  readonly date: Nearness;
  /** Absent if the participants of one or both are unknown. */
  readonly actors?: SharedActors;
  readonly isSamePlace: boolean;
  readonly kind: KindComparison;
}

/** The comparison of two lists of participants. */
export interface SharedActors {
  /** The number of participants in both lists. */
  readonly common: number;
  /** The share of the shorter list that is also in the longer list, from 0 to 1. */
  readonly ofFewer: number;
  /** The Jaccard index: the number in both lists, divided by the number in either. */
  readonly jaccard: number;
}

/** How the kinds of two records compare; `unknown` if one of them has none. */
export type KindComparison = 'same' | 'unknown' | 'different';

/** The score of a match, from 0 to 1, with the reasons in words. */
export interface MatchScore {
  readonly score: number;
  readonly why: string;
}

/** The minimum Jaccard index at which two lists count as those of the same record. */
const minSameJaccard = 0.8;
/** The minimum share of common participants or parties for a match by name. */
const half = 0.5;
/** The minimum Jaccard index of parties for a question. */
const minQuestionJaccard = 0.6;
/**
 * The minimum length of a list of parties that a longer list contains completely, for a question. The shorter list may
 * name only the original parties.
 */
const minFirstParties = 3;

/**
 * Scores two records. Returns `undefined` if they do not match. A score of at least `minCertainScore` allows a match
 * without a question, one of at least `minCandidateScore` a question. Each day between the dates subtracts 0.001.
 */
export function scoreOf(type: DatedKind['type'], shared: Comparison): MatchScore | undefined {
  if (shared.date.how === 'apart') return undefined;
  const base = type === 'Agreement' ? agreementScore(shared) : occasionScore(shared);
  if (base === undefined) return undefined;
  const days = shared.date.how === 'near' ? shared.date.days : 0;
  return { score: Math.round((base - days * 0.001) * 1_000) / 1_000, why: reasonsOf(type, shared) };
}

/** Scores exercises and events by name, date and participants. If the names differ, the place must be the same. */
function occasionScore({ name, isNamed, date, actors, isSamePlace, kind }: Comparison): number | undefined {
  const isNear = date.how === 'near';
  if (kind === 'different' && name !== 'same') return undefined;
  const sharesHalf = actors === undefined ? undefined : actors.ofFewer >= half;
  if (name === 'same') {
    if (!isNear) return sharesHalf === false ? undefined : sharesHalf ? 0.85 : 0.8;
    if (sharesHalf === false) return 0.78;
    return sharesHalf ? 1 : 0.95;
  }
  if (!isNear) return undefined;
  if (name === 'alike') {
    // A part of a larger exercise has its name plus a number or word. At another place it is a different exercise.
    const isCertain = actors !== undefined && (actors.jaccard >= minSameJaccard || (sharesHalf && isSamePlace));
    return sharesHalf === false ? undefined : isCertain ? 0.93 : 0.8;
  }
  if (!isSamePlace || actors === undefined || actors.jaccard < minSameJaccard) return undefined;
  // Different names may belong to two exercises in the same week.
  return isNamed ? 0.8 : 0.93;
}

/** Scores agreements by title, date, parties and kind. */
function agreementScore({ name, date, actors, kind }: Comparison): number | undefined {
  const isNear = date.how === 'near';
  const jaccard = actors?.jaccard;
  if (name === 'same') {
    if (jaccard !== undefined && jaccard < half) return isNear ? 0.78 : undefined;
    if (kind === 'different' || !isNear) return 0.8;
    return jaccard === undefined ? 0.95 : 1;
  }
  if (kind === 'different' || jaccard === undefined) return undefined;
  if (jaccard >= minSameJaccard) {
    if (kind === 'unknown') return isNear ? 0.83 : undefined;
    return isNear ? 0.95 : 0.8;
  }
  if (kind !== 'same' || !isNear) return undefined;
  const mayBeFirstParties = actors?.ofFewer === 1 && actors.common >= minFirstParties && date.days === 0;
  return jaccard >= minQuestionJaccard || mayBeFirstParties ? 0.78 : undefined;
}

const nameWords: Readonly<Record<NameLikeness, string>> = {
  same: 'The names are the same',
  alike: 'The names are alike',
  other: 'The names differ',
};

function reasonsOf(type: DatedKind['type'], { name, date, actors, isSamePlace, kind }: Comparison): string {
  const actorNoun = type === 'Agreement' ? 'parties' : 'participants';
  const dateReason =
    date.how === 'vague'
      ? 'the dates are unknown, imprecise or of different years'
      : date.how === 'near' && date.days === 0
        ? 'the dates are the same'
        : 'the dates are near each other';
  const actorReason =
    actors === undefined
      ? `the ${actorNoun} of one or both are unknown`
      : `${Math.round(actors.jaccard * 100)} % of all ${actorNoun} are shared`;
  return `${[
    nameWords[name],
    dateReason,
    actorReason,
    ...(isSamePlace ? ['the place is the same'] : []),
    ...(kind === 'same' ? ['the kind is the same'] : kind === 'different' ? ['the kinds differ'] : []),
  ].join('; ')}.`;
}

/**
 * Compares two lists of participants. Returns `undefined` if one is empty, because its participants are then unknown.
 */
export function sharedActors(first: ReadonlySet<string>, second: ReadonlySet<string>): SharedActors | undefined {
  if (first.size === 0 || second.size === 0) return undefined;
  let common = 0;
  for (const actor of first) if (second.has(actor)) common += 1;
  return {
    common,
    ofFewer: common / Math.min(first.size, second.size),
    jaccard: common / (first.size + second.size - common),
  };
}

/**
 * Compares the kinds of two records: the category of events, the instrument type and topics of agreements. One common
 * topic is enough. Exercises have no kind.
 */
export function compareKinds(type: DatedKind['type'], source: Values, stored: Values): KindComparison {
  const isSameIn = (field: string) => {
    const [a, b] = [source[field], stored[field]];
    return typeof a === 'string' && typeof b === 'string' ? a === b : undefined;
  };
  if (type === 'Event') {
    const isSame = isSameIn('category');
    return isSame === undefined ? 'unknown' : isSame ? 'same' : 'different';
  }
  if (isSameIn('instrumentType') === false) return 'different';
  const [topics, storedTopics] = [listOf(source.topics), listOf(stored.topics)];
  if (topics.length === 0 || storedTopics.length === 0) return 'unknown';
  return topics.some((topic) => storedTopics.includes(topic)) ? 'same' : 'different';
}

/** Returns true if two records link to the same place or describe a location in similar words. */
export function hasSamePlace(source: Values, stored: Values): boolean {
  if (typeof source.place === 'string' && source.place === stored.place) return true;
  const [a, b] = [source.location, stored.location];
  return typeof a === 'string' && typeof b === 'string' && isSamePlaceName(a, b);
}

/** Returns the names in the fields of a record, without those in `Name` facts. */
export function ownNames(type: DatedKind['type'], values: Values): string[] {
  return nameFields(type).flatMap(([name]) => textOf(values[name]));
}

function listOf(value: FieldValue | undefined): readonly FieldValue[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: FieldValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null && 'text' in value ? [value.text] : [];
}
