import type { eventCategory, quad } from '../value-lists/events.ts';

type Category = keyof typeof eventCategory.values;

interface Scored {
  readonly quad: keyof typeof quad.values;
  readonly score: number;
}

/**
 * The class and score of each PLOVER category. The manual is at odds with itself in two places, and we choose: SANCTION
 * is material conflict, as in its own section (its table of classes says verbal), and ACCUSE scores -3, as its modes do
 * (-2, -3.5, -3.5; the manual prints 3).
 */
const categories: Readonly<Record<Category, Scored>> = {
  AGREE: { quad: 'VERBAL_COOPERATION', score: 2.5 },
  CONSULT: { quad: 'VERBAL_COOPERATION', score: 2.5 },
  SUPPORT: { quad: 'VERBAL_COOPERATION', score: 5 },
  CONCEDE: { quad: 'VERBAL_COOPERATION', score: 4.5 },
  COOPERATE: { quad: 'MATERIAL_COOPERATION', score: 9.5 },
  AID: { quad: 'MATERIAL_COOPERATION', score: 10 },
  RETREAT: { quad: 'MATERIAL_COOPERATION', score: 6.5 },
  REQUEST: { quad: 'VERBAL_CONFLICT', score: 0 },
  ACCUSE: { quad: 'VERBAL_CONFLICT', score: -3 },
  REJECT: { quad: 'VERBAL_CONFLICT', score: -2 },
  THREATEN: { quad: 'VERBAL_CONFLICT', score: -3.5 },
  PROTEST: { quad: 'MATERIAL_CONFLICT', score: -5 },
  SANCTION: { quad: 'MATERIAL_CONFLICT', score: -6 },
  MOBILIZE: { quad: 'MATERIAL_CONFLICT', score: -5.5 },
  COERCE: { quad: 'MATERIAL_CONFLICT', score: -7 },
  ASSAULT: { quad: 'MATERIAL_CONFLICT', score: -9 },
};

/** Scores of the modes of CONSULT, which differ from that of the category. */
const consultModes: Readonly<Record<string, number>> = { VISIT: 4, THIRD_PARTY: 1, MULTILATERAL: 4, PHONE: 1.5 };

/** The class of a PLOVER category. */
export function quadOf(category: string): keyof typeof quad.values {
  return scoredOf(category).quad;
}

/** The PLOVER score of an act: that of its mode where modes differ, else of its category. */
export function ploverOf(category: string, modes: readonly string[]): number {
  if (category === 'CONSULT') for (const mode of modes) if (consultModes[mode] !== undefined) return consultModes[mode];
  return scoredOf(category).score;
}

function scoredOf(category: string): Scored {
  if (!Object.hasOwn(categories, category)) throw new Error(`${category} is not a category of PLOVER`);
  return categories[category as Category];
}
