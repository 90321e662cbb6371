/** What an editor answers to a question of a source, and why. The fact is named by a code, since ids differ from register to register. */
export interface Answer {
  /** The key of the question. */
  readonly question: string;
  /** The fact that is meant, by a code that stands for it; `null` where it is a new one. */
  readonly means: { readonly scheme: string; readonly value: string } | null;
  readonly because: string;
}

const iso = (value: string) => ({ scheme: 'ISO_A3', value });
const cow = (value: string) => ({ scheme: 'COW', value });
const gw = (value: string) => ({ scheme: 'GW', value });

/** Our own editorial decisions on what the published files leave open, by source. */
export const answers: Readonly<Record<string, readonly Answer[]>> = {
  'gw-states': [
    {
      question: 'state 271',
      means: cow('271'),
      because: 'Wurttemberg and Wuerttemburg are two spellings of Württemberg, and both lists number it 271.',
    },
    {
      question: 'state 273',
      means: cow('273'),
      because: 'Hesse-Kassel was the Electorate of Hesse; both lists number it 273.',
    },
    {
      question: 'state 817',
      means: cow('817'),
      because: 'The Republic of Vietnam with its words in another order; both lists number it 817.',
    },
  ],
  countrycode: [
    {
      question: 'state COW 327',
      means: iso('VAT'),
      because: 'The row is Vatican City with its present codes; the Papal States only lend it their number.',
    },
    {
      question: 'state COW 345',
      means: gw('345'),
      because: 'The row is Yugoslavia, which Gleditsch and Ward keep apart from Serbia.',
    },
    {
      question: 'state COW 816',
      means: iso('VNM'),
      because: 'The row is Vietnam with its present codes, not the Vietnam of before 1893.',
    },
  ],
  'cow-igo': [
    {
      question: 'organization 1545',
      means: null,
      because:
        'The Eurasian Economic Community ended in 2014 and was followed by the Eurasian Economic Union: two organizations.',
    },
  ],
  'cow-alliances': [
    {
      question: 'alliance 227',
      means: { scheme: 'UNTS', value: '541' },
      because:
        'The North Atlantic Treaty of 4 April 1949: the register has its first parties, the file those of later too.',
    },
  ],
  mme: [
    {
      question: 'name Congo - Kinshasa',
      means: iso('COD'),
      because: 'So Unicode calls the Democratic Republic of the Congo.',
    },
    { question: 'name Congo - Brazzaville', means: iso('COG'), because: 'So Unicode calls the Republic of the Congo.' },
    { question: 'name Myanmar (Burma)', means: iso('MMR'), because: 'So Unicode calls Myanmar.' },
    {
      question: 'name st. christopher',
      means: iso('KNA'),
      because: 'Saint Christopher is the older name of Saint Kitts and Nevis.',
    },
  ],
  unga: [
    {
      question: 'code ISO_A2 YU',
      means: iso('SRB'),
      because:
        'The files of 2016 to 2020 keep the code of Yugoslavia for Serbia, which alone of its successors is not in them under its own.',
    },
  ],
};
