import { type ValueOf, valueList } from '../value-list.ts';

export const codeScheme = valueList('CodeScheme', 'The scheme that a code belongs to. The same letters identify different states in different schemes (AUS is Australia in ISO 3166 and Austria in Correlates of War), so a code is always given with its scheme.', {
  ISO_A2: ['ISO 3166-1 alpha-2', 'Two letters, ISO 3166-1.'],
  ISO_A3: ['ISO 3166-1 alpha-3', 'Three letters, ISO 3166-1.'],
  M49: ['UN M49', 'Three digits of the UN Statistics Division, kept as a string (“076”).'],
  COW: ['Correlates of War number', 'State number of the Correlates of War project.'],
  COW_ABBREVIATION: ['Correlates of War letters', 'State abbreviation of the Correlates of War project.'],
  GW: ['Gleditsch-Ward number', 'State number of Gleditsch and Ward’s list of independent states.'],
  VDEM: ['V-Dem number', 'Country number of the Varieties of Democracy project.'],
  WIKIDATA: ['Wikidata', 'Wikidata item: Q and a number.'],
  ABBREVIATION: ['Abbreviation', 'The abbreviation of an organization in common use.'],
  COW_IGO: ['COW IGO number', 'Number of an organization in the Correlates of War intergovernmental organizations data.'],
  UNTS: ['UN Treaty Series', 'Registration number in the United Nations Treaty Series.'],
  ATOP: ['ATOP', 'Alliance number of the Alliance Treaty Obligations and Provisions project.'],
  COW_ALLIANCE: ['COW alliance number', 'Number of an alliance in the Correlates of War formal alliances data.'],
  COW_ALLIANCE_DYAD: ['COW allied dyad', 'The numbers of two states that are allied, in the Correlates of War formal alliances data by dyad and year (2-20).'],
  MME: ['MME', 'Exercise number of the Multinational Military Exercises data.'],
  UNGA_ROLL_CALL: ['UNGA roll call', 'Roll-call number in the United Nations General Assembly voting data.'],
  UN_SYMBOL: ['UN document symbol', 'Document symbol of the United Nations, such as A/RES/68/262.'],
});

/** The name of a scheme of codes, such as `ISO_A3`. */
export type CodeScheme = ValueOf<typeof codeScheme>;

export const codeStatus = valueList('CodeStatus', 'The status of a code in its scheme.', {
  OFFICIAL: ['Official', 'Assigned by the body that maintains the scheme.'],
  USER_ASSIGNED: ['User-assigned', 'From the range that the scheme leaves to its users (XK for Kosovo).'],
  WITHDRAWN: ['Withdrawn', 'Formerly assigned, now withdrawn.'],
});

export const nameType = valueList('NameType', 'The kind of name.', {
  OFFICIAL: ['Official', 'The full official name.'],
  SHORT: ['Short', 'The short name in common use.'],
  FORMER: ['Former', 'A name no longer in use.'],
  ALIAS: ['Alias', 'Another name in use.'],
  ABBREVIATION: ['Abbreviation', 'An abbreviation or acronym.'],
  AS_PRINTED: ['As printed', 'The name exactly as printed in a source, including mistakes.'],
  TRANSLITERATION: ['Transliteration', 'The name transliterated from another script.'],
});
