import { type FieldValue, nameFields, type Values } from '@chancery/codebook';
import type { NameLikeness } from './compare-names.ts';
import { samePlaceName } from './compare-names.ts';
import type { DatedKind } from './dated-kinds.ts';
import type { Nearness } from './nearness.ts';

/** The comparison of a source record and a stored record, property by property. */
export interface Comparison {
  readonly name: NameLikeness;
  /** True if the source has a name for the record, not only a description. */
  readonly isNamed: boolean;
  readonly date: Nearness;
  /** Absent if the participants of either are unknown. */
  readonly actors?: SharedActors;
  readonly place: boolean;
  readonly kind: KindAgreement;
}

/** The comparison of two lists of participants. */
export interface SharedActors {
  /** The number in both lists. */
  readonly common: number;
  /** The share of the shorter list that is in the longer. */
  readonly ofFewer: number;
  /** The Jaccard index: the number in both, divided by the number in either. */
  readonly jaccard: number;
}

/** Whether two records are of the same kind. */
export type KindAgreement = 'agrees' | 'unknown' | 'differs';

/** The score of a match, from 0 to 1, with reasons in words. */
export interface MatchScore {
  readonly score: number;
  readonly why: string;
}

/** The minimum Jaccard index of lists that belong to the same record. */
const minSameJaccard = 0.8;
/** The minimum share of the shorter list in the longer if the names are the same. */
const half = 0.5;
/** The minimum Jaccard index of parties for a question. */
const minQuestionJaccard = 0.6;
/**
 * The minimum number of parties in a list that a longer list contains completely. The shorter list may name only the
 * original parties.
 */
const minFirstParties = 3;

/**
 * Scores two records; `undefined` if they do not match. A score of 0.9 or more is a match without a question, 0.75 or more a
 * question for an editor. Each day between the dates subtracts 0.001.
 */
export function scoreOf(type: DatedKind['type'], shared: Comparison): MatchScore | undefined {
  if (shared.date.how === 'apart') return undefined;
  const base = type === 'Agreement' ? agreementScore(shared) : occasionScore(shared);
  if (base === undefined) return undefined;
  const days = shared.date.how === 'near' ? shared.date.days : 0;
  return { score: Math.round((base - days * 0.001) * 1_000) / 1_000, why: reasonsOf(type, shared) };
}

/** Scores exercises and events by name and date, then participants; without a name, also by place. */
function occasionScore({ name, isNamed, date, actors, place, kind }: Comparison): number | undefined {
  const isNear = date.how === 'near';
  if (kind === 'differs' && name !== 'same') return undefined;
  const sharesHalf = actors === undefined ? undefined : actors.ofFewer >= half;
  if (name === 'same') {
    if (!isNear) return sharesHalf === false ? undefined : sharesHalf ? 0.85 : 0.8;
    if (sharesHalf === false) return 0.78;
    return sharesHalf ? 1 : 0.95;
  }
  if (!isNear) return undefined;
  if (name === 'alike') {
    // A part of a larger exercise has its name plus a number or word. At another place it is a different exercise.
    const isCertain = actors !== undefined && (actors.jaccard >= minSameJaccard || (sharesHalf && place));
    return sharesHalf === false ? undefined : isCertain ? 0.93 : 0.8;
  }
  if (!place || actors === undefined || actors.jaccard < minSameJaccard) return undefined;
  // Different names may belong to two exercises in the same week.
  return isNamed ? 0.8 : 0.93;
}

/** Scores agreements by the date of signature and the parties, if the kinds do not differ. */
function agreementScore({ name, date, actors, kind }: Comparison): number | undefined {
  const isNear = date.how === 'near';
  const jaccard = actors?.jaccard;
  if (name === 'same') {
    if (jaccard !== undefined && jaccard < half) return isNear ? 0.78 : undefined;
    if (kind === 'differs' || !isNear) return 0.8;
    return jaccard === undefined ? 0.95 : 1;
  }
  if (kind === 'differs' || jaccard === undefined) return undefined;
  if (jaccard >= minSameJaccard) {
    if (kind === 'unknown') return isNear ? 0.83 : undefined;
    return isNear ? 0.95 : 0.8;
  }
  if (kind !== 'agrees' || !isNear) return undefined;
  const mayBeFirstParties = actors?.ofFewer === 1 && actors.common >= minFirstParties && date.days === 0;
  return jaccard >= minQuestionJaccard || mayBeFirstParties ? 0.78 : undefined;
}

const nameWords: Readonly<Record<NameLikeness, string>> = {
  same: 'The names are the same',
  alike: 'The names are alike',
  other: 'The names differ',
};

function reasonsOf(type: DatedKind['type'], { name, date, actors, place, kind }: Comparison): string {
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
    ...(place ? ['the place is the same'] : []),
    ...(kind === 'agrees' ? ['the kind is the same'] : kind === 'differs' ? ['the kinds differ'] : []),
  ].join('; ')}.`;
}

/** Compares two lists of participants; `undefined` if one is empty, since it is then unknown. */
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

/** Compares the kinds of two records: the category of events, the instrument and topics of agreements. */
export function sharedKind(type: DatedKind['type'], source: Values, stored: Values): KindAgreement {
  const isSameIn = (field: string) => {
    const [a, b] = [source[field], stored[field]];
    return typeof a === 'string' && typeof b === 'string' ? a === b : undefined;
  };
  if (type === 'Event') {
    const isSame = isSameIn('category');
    return isSame === undefined ? 'unknown' : isSame ? 'agrees' : 'differs';
  }
  if (isSameIn('instrumentType') === false) return 'differs';
  const [topics, storedTopics] = [listOf(source.topics), listOf(stored.topics)];
  if (topics.length === 0 || storedTopics.length === 0) return 'unknown';
  return topics.some((topic) => storedTopics.includes(topic)) ? 'agrees' : 'differs';
}

/** Returns true if two records have the same place, by link or in words. */
export function sharedPlace(source: Values, stored: Values): boolean {
  if (typeof source.place === 'string' && source.place === stored.place) return true;
  const [a, b] = [source.location, stored.location];
  return typeof a === 'string' && typeof b === 'string' && samePlaceName(a, b);
}

/** Returns the names in the fields of a record. */
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
