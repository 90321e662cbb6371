/**
 * Names that no list of states has so, and the name of the same state that one has: that of Correlates of War for the German
 * state of 1949 to 1990, which the source names so until 1990-09-28, and for Saint Christopher and Nevis.
 *
 * Left as they are, for an editor: NATO and the Baltic States, which are no state, and Hong Kong, Bermuda, New Caledonia and
 * the Netherlands Antilles, which are territories.
 */
export const namesOfStates: Readonly<Record<string, string>> = {
  'Federal Republic of Germany': 'German Federal Republic',
  'st. christopher': 'St. Kitts and Nevis',
};
