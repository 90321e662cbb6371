import type { Importer } from '../../importer.ts';
import type { Line } from '../../line.ts';
import type { SourceRecord } from '../../source-record.ts';
import { manifest } from './manifest.ts';

/** The columns of names, by language. */
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

/** A line is a state or territory of today with its codes and its names in the six languages of the United Nations. */
export const countryCodes: Importer = {
  manifest,
  begin: () => (line) => recordsOfCountry(line),
};

function* recordsOfCountry(line: Line): Generator<SourceRecord> {
  const [letters, name] = [line.needed('ISO3166-1-Alpha-3'), line.needed('official_name_en')];
  for (const column of ['ISO3166-1-Alpha-2', 'M49', 'is_independent']) line.needed(column);
  const codes = Object.entries({
    ISO_A3: line.matching('ISO3166-1-Alpha-3', /^[A-Z]{3}$/, 'three capital letters'),
    ISO_A2: line.matching('ISO3166-1-Alpha-2', /^[A-Z]{2}$/, 'two capital letters'),
    M49: line.matching('M49', /^\d{1,3}$/, 'a number of up to three digits')?.padStart(3, '0'),
    WIKIDATA: line
      .matching('wikidata_id', /^https:\/\/www\.wikidata\.org\/wiki\/Q\d+$/, 'an item of Wikidata')
      ?.slice(30),
  }).flatMap(([scheme, value]) => (value === undefined ? [] : [{ scheme, value }]));
  const names = namesOf(line);
  const standing = line.text('is_independent');
  if (standing !== 'Yes') {
    if (standing !== '') line.leave('is_independent', `${name} is no state of its own there: ${standing}.`);
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

/** The names that a line states, each once in a language. */
function namesOf(line: Line): NameOfState[] {
  const of = (columns: Readonly<Record<string, string>>, nameType: NameOfState['nameType']) =>
    Object.entries(columns).map(([language, column]) => ({ text: plain(line.text(column)), language, nameType }));
  const all = [
    ...of(shortNames, 'SHORT'),
    ...of(formalNames, 'OFFICIAL'),
    ...of({ en: 'CLDR display name' }, 'ALIAS'),
  ].filter(({ text }) => text !== '');
  return all.filter(
    ({ text, language }, at) => all.findIndex((other) => other.text === text && other.language === language) === at,
  );
}

/** A name without the asterisks that the source sets where a footnote follows. */
function plain(text: string): string {
  return text.replace(/[\s*]+$/, '');
}
