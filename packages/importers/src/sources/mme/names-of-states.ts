/**
 * Maps names of the source that no list of states has to the names in Correlates of War: the German state of 1949 to 1990,
 * which the source calls by this name until 1990-09-28, and Saint Christopher and Nevis.
 *
 * Not mapped, so that an editor decides: NATO and the Baltic States, which are not a state, and Hong Kong, Bermuda, New
 * Caledonia and the Netherlands Antilles, which are territories.
 */
export const namesOfStates: Readonly<Record<string, string>> = {
  'Federal Republic of Germany': 'German Federal Republic',
  'st. christopher': 'St. Kitts and Nevis',
};
