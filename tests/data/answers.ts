/** An editor's answer to a question of a source. A code identifies the fact, since ids differ between registers. */
export interface Answer {
  /** The key of the question. */
  readonly question: string;
  /** A code of the matching fact; `null` for a new fact. */
  readonly code: { readonly scheme: string; readonly value: string } | null;
  /** Why the editor decided so. It is not stored. */
  readonly reason: string;
}

const iso = (value: string) => ({ scheme: 'ISO_A3', value });
const cow = (value: string) => ({ scheme: 'COW', value });
const gw = (value: string) => ({ scheme: 'GW', value });

/** Our editorial decisions on questions of the published files, by the key of the source. */
export const answers: Readonly<Record<string, readonly Answer[]>> = {
  'gw-states': [
    {
      question: 'state 271',
      code: cow('271'),
      reason: 'Wurttemberg and Wuerttemburg are spellings of Württemberg, which has number 271 in both lists.',
    },
    {
      question: 'state 273',
      code: cow('273'),
      reason: 'Hesse-Kassel was the Electorate of Hesse, which has number 273 in both lists.',
    },
    {
      question: 'state 817',
      code: cow('817'),
      reason: 'It is the Republic of Vietnam with the words in another order, and has number 817 in both lists.',
    },
  ],
  countrycode: [
    {
      question: 'state COW 327',
      code: iso('VAT'),
      reason: 'The row is Vatican City with its current codes; it only has the number of the Papal States.',
    },
    {
      question: 'state COW 345',
      code: gw('345'),
      reason: 'The row is Yugoslavia, which Gleditsch and Ward distinguish from Serbia.',
    },
    {
      question: 'state COW 816',
      code: iso('VNM'),
      reason: 'The row is Vietnam with its current codes, not Vietnam before 1893.',
    },
  ],
  'cow-igo': [
    {
      question: 'organization 1545',
      code: null,
      reason:
        'The Eurasian Economic Community ended in 2014 and was followed by the Eurasian Economic Union: two organizations.',
    },
  ],
  'cow-alliances': [
    {
      question: 'alliance 227',
      code: { scheme: 'UNTS', value: '541' },
      reason:
        'It is the North Atlantic Treaty of 4 April 1949: the register has its first parties, the file also later ones.',
    },
  ],
  mme: [
    {
      question: 'name Congo - Kinshasa',
      code: iso('COD'),
      reason: 'Unicode uses this name for the Democratic Republic of the Congo.',
    },
    {
      question: 'name Congo - Brazzaville',
      code: iso('COG'),
      reason: 'Unicode uses this name for the Republic of the Congo.',
    },
    { question: 'name Myanmar (Burma)', code: iso('MMR'), reason: 'Unicode uses this name for Myanmar.' },
    {
      question: 'name st. christopher',
      code: iso('KNA'),
      reason: 'Saint Christopher is the older name of Saint Kitts and Nevis.',
    },
  ],
  unga: [
    {
      question: 'code ISO_A2 YU',
      code: iso('SRB'),
      reason:
        'The file of 2016 to 2020 uses the code of Yugoslavia for Serbia: it is the only successor state without its own code there.',
    },
  ],
};
