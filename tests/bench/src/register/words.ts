import type { RandomGenerator } from './random.ts';

const starts = ['Al', 'Bar', 'Cor', 'Dan', 'El', 'Fér', 'Gal', 'Har', 'Is', 'Jor', 'Kar', 'Lu', 'Mor', 'Nor', 'Os'];
const moreStarts = [
  'Per',
  'Qua',
  'Rus',
  'Sé',
  'Tal',
  'Ur',
  'Var',
  'Wes',
  'Xan',
  'Yar',
  'Zem',
  'Ån',
  'Brun',
  'Chal',
  'Dro',
];
const middles = [
  'a',
  'an',
  'ba',
  'den',
  'e',
  'fi',
  'ga',
  'i',
  'ko',
  'la',
  'ma',
  'no',
  'o',
  'ra',
  'se',
  'ti',
  'ú',
  'va',
];
const ends = ['cia', 'dor', 'gal', 'land', 'lia', 'mark', 'nia', 'ria', 'stan', 'tania', 'thia', 'via', 'xico', 'ção'];

/** Returns a random place name that is not in `used`, and adds it to `used`. */
export function newPlaceName(random: RandomGenerator, used: Set<string>): string {
  for (;;) {
    const name = random.pick([...starts, ...moreStarts]) + random.pick(middles) + random.pick(ends);
    if (used.has(name)) continue;
    used.add(name);
    return name;
  }
}

/** Subjects, for the titles of agreements and sources and the names of organizations. */
export const subjects = [
  'fisheries',
  'customs',
  'double taxation',
  'air services',
  'extradition',
  'cultural exchange',
  'rail transit',
  'maritime delimitation',
  'nuclear safeguards',
  'gas supply',
  'investment protection',
  'military training',
  'space research',
  'water quality',
  'legal assistance',
  'visa exemption',
  'road transport',
  'scientific cooperation',
  'border crossings',
  'electricity',
  'friendship and partnership',
  'non-aggression',
  'disaster relief',
  'classified information',
  'grain trade',
  'pipeline transit',
  'search and rescue',
  'satellite navigation',
  'consular relations',
  'hydrology',
  'veterinary controls',
  'plant quarantine',
  'tourism',
  'social security',
  'readmission',
  'défense côtière',
  'pêche hauturière',
  'coopération judiciaire',
] as const;

/** Regions, for the names of organizations and exercises and the titles of agreements and sources. */
export const regions = [
  'Northern',
  'Southern',
  'Eastern',
  'Western',
  'Central',
  'Atlantic',
  'Pacific',
  'Caspian',
  'Baltic',
  'Andean',
  'Saharan',
  'Black Sea',
  'Gulf',
  'Mediterranean',
  'Arctic',
  'Caribbean',
  'Alpine',
  'Himalayan',
  'Danubian',
  'Amazonian',
] as const;

/** Family names of authors of sources. */
export const authors = [
  'Abara',
  'Bianchi',
  'Çelik',
  'Dubois',
  'Eriksen',
  'Farouk',
  'Grünwald',
  'Hoang',
  'Ivanova',
  'Jansen',
  'Kovács',
  'Lindqvist',
  'Mensah',
  'Nakamura',
  'Oyelaran',
  'Petrenko',
  'Quispe',
  'Rahimi',
  'Sørensen',
  'Tazmini',
  'Ueda',
  'Vasquez',
  'Wójcik',
  'Zhang',
] as const;

/** Returns a text of the given number of random sentences. */
export function randomSentences(random: RandomGenerator, sentences: number): string {
  return Array.from(
    { length: sentences },
    () =>
      `The parties ${random.pick(['agree on', 'confirm', 'extend', 'review'])} their work on ${random.pick(subjects)} and ${random.pick(subjects)} in the ${random.pick(regions)} region.`,
  ).join(' ');
}
