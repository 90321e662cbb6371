import { someDate } from './dates.ts';
import { listed, type Made, type Maker } from './made.ts';
import type { Random } from './random.ts';
import { authors, prose, regions, subjects } from './words.ts';

/** Sources of every kind. */
export function makeSources(random: Random, make: Maker, count: number): Made[] {
  const kinds = listed('Source', 'sourceType');
  const grades = listed('Source', 'reliability');
  return Array.from({ length: count }, (_, at) => {
    const author = random.pick(authors);
    const issued = someDate(random, 1950, 2025);
    return make('Source', {
      name: `${author} ${issued.slice(0, 4)}, ${at + 1}`,
      sourceType: random.pick(kinds),
      title: `${random.pick(regions)} notes on ${random.pick(subjects)}`,
      authors: `${author}; ${random.pick(authors)}`,
      issued: { edtf: issued },
      publisher: `${random.pick(regions)} Press`,
      url: `https://example.org/sources/${at + 1}`,
      language: random.pick(['en', 'fr', 'ru', 'fa', 'es']),
      reliability: random.pick(grades),
      independenceGroup: `${author.toLowerCase()}-${random.within(1, 40)}`,
    });
  });
}

/** What is cited, how often of a hundred times, and by which of its fields. */
export interface Cited {
  readonly facts: readonly Made[];
  readonly share: number;
  readonly fields: readonly string[];
}

/** Citations for facts, mostly for one of their fields. */
export function makeCitations(
  random: Random,
  make: Maker,
  sources: readonly Made[],
  cited: readonly Cited[],
  count: number,
): Made[] {
  const modalities = ['ASSERTED', 'ASSERTED', 'ASSERTED', 'REPORTED', 'ALLEGED', 'ANNOUNCED'];
  return cited.flatMap(({ facts, share, fields }) =>
    Array.from({ length: Math.round((count * share) / 100) }, () =>
      make('Citation', {
        fact: random.pick(facts).id,
        field: random.chance(0.6) ? random.pick(fields) : null,
        source: random.pick(sources).id,
        page: random.chance(0.7) ? String(random.within(1, 400)) : null,
        paragraph: random.chance(0.2) ? String(random.within(1, 60)) : null,
        excerpt: random.chance(0.3) ? prose(random, 1) : null,
        stance: random.chance(0.92) ? 'SUPPORTS' : 'DISPUTES',
        modality: random.pick(modalities),
        credibility: random.within(1, 6),
        retrieved: { edtf: someDate(random, 2015, 2025) },
      }),
    ),
  );
}
