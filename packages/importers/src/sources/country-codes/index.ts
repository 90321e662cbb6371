import type { Importer } from '../../importer.ts';
import type { Line } from '../../line.ts';
import type { SourceRecord } from '../../source-record.ts';
import { manifest } from './manifest.ts';

/** The columns of short names, by language code. */
const shortNames = {
  ar: 'official_name_ar',
  en: 'official_name_en',
  es: 'official_name_es',
  fr: 'official_name_fr',
  ru: 'official_name_ru',
  zh: 'official_name_cn',
} as const;
const formalNames = {
  ar: 'UNTERM Arabic Formal',
  en: 'UNTERM English Formal',
  es: 'UNTERM Spanish Formal',
  fr: 'UNTERM French Formal',
  ru: 'UNTERM Russian Formal',
  zh: 'UNTERM Chinese Formal',
} as const;

/**
 * Each line is a current state or territory, with its codes and its names in the six UN languages. Only independent
 * states are imported.
 */
export const countryCodes: Importer = {
  manifest,
  begin: () => (line) => recordsOfCountry(line),
};

function* recordsOfCountry(line: Line): Generator<SourceRecord> {
  const [letters, name] = [line.required('ISO3166-1-Alpha-3'), line.required('official_name_en')];
  for (const column of ['ISO3166-1-Alpha-2', 'M49', 'is_independent']) line.required(column);
  const codes = Object.entries({
    ISO_A3: line.matching('ISO3166-1-Alpha-3', /^[A-Z]{3}$/, 'three capital letters'),
    ISO_A2: line.matching('ISO3166-1-Alpha-2', /^[A-Z]{2}$/, 'two capital letters'),
    M49: line.matching('M49', /^\d{1,3}$/, 'a number of up to three digits')?.padStart(3, '0'),
    WIKIDATA: line
      .matching(
        'wikidata_id',
        /^https:\/\/www\.wikidata\.org\/wiki\/Q\d+$/,
        'the address of a Wikidata item, such as https://www.wikidata.org/wiki/Q31',
      )
      ?.slice(30),
  }).flatMap(([scheme, value]) => (value === undefined ? [] : [{ scheme, value }]));
  const names = namesOf(line);
  const independence = line.text('is_independent');
  if (independence !== 'Yes') {
    if (independence !== '')
      line.omit('is_independent', `${name} is not an independent state (${independence}), so it is not imported.`);
    return;
  }

  const place = { file: line.file, line: line.number };
  const state = `state ${letters}`;
  const english = names.filter(({ language }) => language === 'en').map(({ text }) => text);
  yield { ...place, type: 'State', key: state, values: { name }, links: {}, marks: { codes, names: english } };
  for (const { scheme, value } of codes) {
    yield {
      ...place,
      type: 'ExternalCode',
      key: `${scheme} ${value}`,
      values: { scheme, value, status: 'OFFICIAL' },
      links: { of: { record: state } },
    };
  }
  for (const { text, language, nameType } of names) {
    yield {
      ...place,
      type: 'Name',
      key: `name ${letters} ${language} ${nameType}`,
      values: { name: { text, language }, nameType },
      links: { of: { record: state } },
    };
  }
}

interface NameOfState {
  readonly text: string;
  readonly language: string;
  readonly nameType: 'SHORT' | 'OFFICIAL' | 'ALIAS';
}

/** Returns the names of a line. A name that occurs several times in a language is returned once. */
function namesOf(line: Line): NameOfState[] {
  const namesIn = (columns: Readonly<Record<string, string>>, nameType: NameOfState['nameType']) =>
    Object.entries(columns).map(([language, column]) => ({
      text: withoutFootnoteMark(line.text(column)),
      language,
      nameType,
    }));
  const all = [
    ...namesIn(shortNames, 'SHORT'),
    ...namesIn(formalNames, 'OFFICIAL'),
    ...namesIn({ en: 'CLDR display name' }, 'ALIAS'),
  ].filter(({ text }) => text !== '');
  return all.filter(
    ({ text, language }, index) => all.findIndex((name) => name.text === text && name.language === language) === index,
  );
}

/** Removes the trailing asterisks with which the source marks footnotes. */
function withoutFootnoteMark(text: string): string {
  return text.replace(/[\s*]+$/, '');
}
