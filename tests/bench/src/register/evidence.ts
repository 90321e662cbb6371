import { randomDate } from './dates.ts';
import { type FactFactory, type GeneratedFact, listValues } from './generated-fact.ts';
import type { RandomGenerator } from './random.ts';
import { authors, randomSentences, regions, subjects } from './words.ts';

/** Makes `count` sources of random types. Some of them share an independence group. */
export function makeSources(random: RandomGenerator, make: FactFactory, count: number): GeneratedFact[] {
  const kinds = listValues('Source', 'sourceType');
  const grades = listValues('Source', 'reliability');
  return Array.from({ length: count }, (_, at) => {
    const author = random.pick(authors);
    const issued = randomDate(random, 1950, 2025);
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

/** Facts to cite, the percentage of all citations that cite one of them, and the fields that may be cited. */
export interface CitationShare {
  readonly facts: readonly GeneratedFact[];
  readonly share: number;
  readonly fields: readonly string[];
}

/** Makes about `count` citations. About 60 % of them are citations of one field, the others of the whole fact. */
export function makeCitations(
  random: RandomGenerator,
  make: FactFactory,
  sources: readonly GeneratedFact[],
  shares: readonly CitationShare[],
  count: number,
): GeneratedFact[] {
  const modalities = ['ASSERTED', 'ASSERTED', 'ASSERTED', 'REPORTED', 'ALLEGED', 'ANNOUNCED'];
  return shares.flatMap(({ facts, share, fields }) =>
    Array.from({ length: Math.round((count * share) / 100) }, () =>
      make('Citation', {
        fact: random.pick(facts).id,
        field: random.chance(0.6) ? random.pick(fields) : null,
        source: random.pick(sources).id,
        page: random.chance(0.7) ? String(random.within(1, 400)) : null,
        paragraph: random.chance(0.2) ? String(random.within(1, 60)) : null,
        excerpt: random.chance(0.3) ? randomSentences(random, 1) : null,
        stance: random.chance(0.92) ? 'SUPPORTS' : 'DISPUTES',
        modality: random.pick(modalities),
        credibility: random.within(1, 6),
        retrieved: { edtf: randomDate(random, 2015, 2025) },
      }),
    ),
  );
}
