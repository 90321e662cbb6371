/**
 * Names in the source that no list of states has, each with the name of the same state in Correlates of War. The source
 * calls the German state of 1949 to 1990 “Federal Republic of Germany” until 1990-09-28.
 *
 * Some names are not mapped, so that an editor decides: NATO and the Baltic States, which are not states, and Hong
 * Kong, Bermuda, New Caledonia and the Netherlands Antilles, which are territories.
 */
export const namesOfStates: Readonly<Record<string, string>> = {
  'Federal Republic of Germany': 'German Federal Republic',
  'st. christopher': 'St. Kitts and Nevis',
};
