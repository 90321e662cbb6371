import type { eventCategory, quad } from '../value-lists/events.ts';

type Category = keyof typeof eventCategory.values;

interface Scored {
  readonly quad: keyof typeof quad.values;
  readonly score: number;
}

/**
 * The class and score of each PLOVER category. The manual contradicts itself in two places. We treat SANCTION as
 * material conflict, as in its own section (the table of classes says verbal), and score ACCUSE -3, consistent with its
 * modes (-2, -3.5, -3.5; the manual prints 3).
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

/**
 * The modes of CONSULT that have a score of their own, with that score. It counts instead of the score of the category.
 */
const consultModes: Readonly<Record<string, number>> = { VISIT: 4, THIRD_PARTY: 1, MULTILATERAL: 4, PHONE: 1.5 };

/**
 * Returns the class of a PLOVER category: verbal or material, cooperation or conflict.
 * @throws Error when `category` is not a PLOVER category.
 */
export function quadOf(category: string): keyof typeof quad.values {
  return scoredOf(category).quad;
}

/**
 * Returns the PLOVER score of an event. For CONSULT this is the score of the first mode that has one, otherwise the
 * score of the category.
 * @throws Error when `category` is not a PLOVER category.
 */
export function ploverScoreOf(category: string, modes: readonly string[]): number {
  if (category === 'CONSULT') for (const mode of modes) if (consultModes[mode] !== undefined) return consultModes[mode];
  return scoredOf(category).score;
}

function scoredOf(category: string): Scored {
  if (!Object.hasOwn(categories, category)) throw new Error(`${category} is not a PLOVER category`);
  return categories[category as Category];
}
