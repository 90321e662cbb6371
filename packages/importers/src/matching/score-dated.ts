import { type FieldValue, typeOf, type Values } from '@chancery/codebook';
import type { NameLikeness } from './compare-names.ts';
import { samePlaceName } from './compare-names.ts';
import type { DatedKind } from './dated-kinds.ts';
import type { Nearness } from './nearness.ts';

/** What two records have in common, as far as it is known of both. */
export interface Shared {
  readonly name: NameLikeness;
  /** Whether the source names it, and does not only describe it. */
  readonly isNamed: boolean;
  readonly date: Nearness;
  /** Absent where those who take part are not known of both. */
  readonly actors?: SharedActors;
  readonly place: boolean;
  readonly kind: KindAgreement;
}

/** How two lists of those who take part compare. */
export interface SharedActors {
  /** How many are in both. */
  readonly common: number;
  /** The share of the shorter list that is in the other. */
  readonly ofFewer: number;
  /** The share of all that are in both. */
  readonly jaccard: number;
}

/** Whether two records are of one kind, as far as that is told. */
export type KindAgreement = 'agrees' | 'unknown' | 'differs';

/** How likely two records are the same, from 0 to 1, and why. */
export interface Scored {
  readonly score: number;
  readonly why: string;
}

/** Parties or participants in common from which on two lists are of the same record. */
const sameActors = 0.8;
/** Participants of the shorter list that are in the other, where the names are the same. */
const half = 0.5;
/** Parties in common from which on an editor is asked. */
const someActors = 0.6;
/** Parties from which on a list that lies within a longer one may be that of the first parties, before others joined. */
const firstParties = 3;

/**
 * The score of two records; `undefined` where they are not the same. From 0.9 on they are the same without a question,
 * from 0.75 on an editor is asked. A tolerance of 31 days that is used up takes away 0.03.
 */
export function scoreOf(type: DatedKind['type'], shared: Shared): Scored | undefined {
  if (shared.date.how === 'apart') return undefined;
  const base = type === 'Agreement' ? agreementScore(shared) : occasionScore(shared);
  if (base === undefined) return undefined;
  const days = shared.date.how === 'near' ? shared.date.days : 0;
  return { score: Math.round((base - days * 0.001) * 1_000) / 1_000, why: reasonsOf(type, shared) };
}

/** The score of an exercise or event: the name and the date, then those who take part; without a name, the place too. */
function occasionScore({ name, isNamed, date, actors, place, kind }: Shared): number | undefined {
  const isNear = date.how === 'near';
  if (kind === 'differs' && name !== 'same') return undefined;
  const isHalf = actors === undefined ? undefined : actors.ofFewer >= half;
  if (name === 'same') {
    if (!isNear) return isHalf === false ? undefined : isHalf ? 0.85 : 0.8;
    if (isHalf === false) return 0.78;
    return isHalf ? 1 : 0.95;
  }
  if (!isNear) return undefined;
  if (name === 'alike') {
    // A part of a larger exercise has its name with a number or a word more: it is another where it is held elsewhere.
    const isSure = actors !== undefined && (actors.jaccard >= sameActors || (isHalf && place));
    return isHalf === false ? undefined : isSure ? 0.93 : 0.8;
  }
  if (!place || actors === undefined || actors.jaccard < sameActors) return undefined;
  // Two names that differ may be those of two exercises of one week.
  return isNamed ? 0.8 : 0.93;
}

/** The score of an agreement: the date of signature and the parties, with a kind that does not contradict. */
function agreementScore({ name, date, actors, kind }: Shared): number | undefined {
  const isNear = date.how === 'near';
  const jaccard = actors?.jaccard;
  if (name === 'same') {
    if (jaccard !== undefined && jaccard < half) return isNear ? 0.78 : undefined;
    if (kind === 'differs' || !isNear) return 0.8;
    return jaccard === undefined ? 0.95 : 1;
  }
  if (kind === 'differs' || jaccard === undefined) return undefined;
  if (jaccard >= sameActors) {
    if (kind === 'unknown') return isNear ? 0.83 : undefined;
    return isNear ? 0.95 : 0.8;
  }
  if (kind !== 'agrees' || !isNear) return undefined;
  const isWithin = actors?.ofFewer === 1 && actors.common >= firstParties && date.days === 0;
  return jaccard >= someActors || isWithin ? 0.78 : undefined;
}

const nameWords: Readonly<Record<NameLikeness, string>> = {
  same: 'The names are the same',
  alike: 'The names are alike',
  other: 'The names differ',
};

function reasonsOf(type: DatedKind['type'], { name, date, actors, place, kind }: Shared): string {
  const what = type === 'Agreement' ? 'parties' : 'participants';
  const dated =
    date.how === 'vague'
      ? 'the dates do not tell enough'
      : date.how === 'near' && date.days === 0
        ? 'the dates are the same'
        : 'the dates are near each other';
  const share =
    actors === undefined
      ? `the ${what} are not known of both`
      : `${Math.round(actors.jaccard * 100)} % of all ${what} are in common`;
  return `${[
    nameWords[name],
    dated,
    share,
    ...(place ? ['the place is the same'] : []),
    ...(kind === 'agrees' ? ['the kind is the same'] : kind === 'differs' ? ['the kinds differ'] : []),
  ].join('; ')}.`;
}

/** How two lists of participants compare; `undefined` where one of them is empty, and so not known. */
export function sharedActors(ones: ReadonlySet<string>, others: ReadonlySet<string>): SharedActors | undefined {
  if (ones.size === 0 || others.size === 0) return undefined;
  let common = 0;
  for (const one of ones) if (others.has(one)) common += 1;
  return {
    common,
    ofFewer: common / Math.min(ones.size, others.size),
    jaccard: common / (ones.size + others.size - common),
  };
}

/** Whether two records are of one kind: the category of an event, the instrument and topics of an agreement. */
export function sharedKind(type: DatedKind['type'], said: Values, standing: Values): KindAgreement {
  const both = (field: string) => {
    const [one, other] = [said[field], standing[field]];
    return typeof one === 'string' && typeof other === 'string' ? one === other : undefined;
  };
  if (type === 'Event') {
    const isSame = both('category');
    return isSame === undefined ? 'unknown' : isSame ? 'agrees' : 'differs';
  }
  if (both('instrumentType') === false) return 'differs';
  const [topics, others] = [listOf(said.topics), listOf(standing.topics)];
  if (topics.length === 0 || others.length === 0) return 'unknown';
  return topics.some((topic) => others.includes(topic)) ? 'agrees' : 'differs';
}

/** Whether two records say the same of where they are: by the place that they point at, or in words. */
export function sharedPlace(said: Values, standing: Values): boolean {
  if (typeof said.place === 'string' && said.place === standing.place) return true;
  const [one, other] = [said.location, standing.location];
  return typeof one === 'string' && typeof other === 'string' && samePlaceName(one, other);
}

/** What a record is called in the field that labels it. */
export function ownNames(type: DatedKind['type'], values: Values): string[] {
  const { labelled } = typeOf(type);
  return [values[labelled], values.shortTitle, values.titleOriginal].flatMap(textOf);
}

function listOf(value: FieldValue | undefined): readonly FieldValue[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: FieldValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null && 'text' in value ? [value.text] : [];
}
