import { valueList } from '../value-list.ts';

export const placeType = valueList('PlaceType', 'The kind of place. Straits and sea areas belong to no country, and a disputed territory is never recorded as part of one.', {
  CITY: ['City', 'A city or town.'],
  FACILITY: ['Facility', 'A base, port, airfield, plant or building.'],
  REGION: ['Region', 'A part of a country.'],
  STRAIT: ['Strait', 'A strait used for international navigation.'],
  SEA_AREA: ['Sea area', 'A sea, gulf or part of the high seas.'],
  DISPUTED_TERRITORY: ['Disputed territory', 'Land or water that more than one state claims.'],
});

export const territoryStatus = valueList('TerritoryStatus', 'The territorial status of a place, including its status under the law of the sea.', {
  UNDISPUTED: ['Undisputed', 'No state disputes to which state it belongs.'],
  DISPUTED: ['Disputed', 'More than one state claims it.'],
  OCCUPIED: ['Occupied', 'Controlled by a state that does not claim it or whose claim is not recognized.'],
  ANNEXED_UNRECOGNIZED: ['Annexed, unrecognized', 'Annexed by a state; most others do not recognize the annexation.'],
  DE_FACTO_STATE: ['De facto state', 'Governed independently of the state that claims it.'],
  INTERNATIONAL_WATERS: ['International waters', 'Beyond every territorial sea.'],
  INTERNAL_WATERS: ['Internal waters', 'Landward of the baseline.'],
  TERRITORIAL_SEA: ['Territorial sea', 'Within twelve nautical miles of the baseline.'],
  NEUTRAL_ZONE: ['Neutral zone', 'Controlled jointly or by no state, by agreement.'],
});
