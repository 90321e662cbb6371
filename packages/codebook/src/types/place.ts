import { recordType } from '../define-type.ts';
import { inverse, link, longText, oneOf, point, text, uncertainDate } from '../field.ts';
import { placeType, territoryStatus } from '../value-lists/places.ts';

export const place = recordType('Place', {
  singular: 'place',
  plural: 'places',
  one: 'place',
  many: 'places',
  prefix: 'pl',
  description: 'A place: a city, facility, region, strait, sea area or disputed territory.',
  labelled: 'name',
  listed: ['placeType', 'territoryStatus', 'country', 'deFactoController'],
  fields: {
    name: text('Name', 'The English name by which the register shows the place.', { required: true, filterable: true, sortable: true }),
    placeType: oneOf(placeType, 'Type', 'What kind of place it is.', { required: true, cited: true, filterable: true, sortable: true }),
    territoryStatus: oneOf(territoryStatus, 'Territorial status', 'Its standing in territory and law of the sea.', { cited: true, filterable: true, sortable: true }),
    country: link('State', 'Country', 'The state to which it belongs beyond dispute. Straits, sea areas and disputed territories have none.', { cited: true, filterable: true, inverse: inverse('places', 'Places', 'The places that belong to the state beyond dispute.') }),
    deFactoController: link('State', 'De facto controller', 'The state that controls it in fact, which says nothing of right.', { cited: true, filterable: true, inverse: inverse('controlledPlaces', 'Places controlled', 'The places that the state controls in fact.') }),
    controlledSince: uncertainDate('Controlled since', 'Since when the controller has been in control.', { cited: true, filterable: true }),
    position: point('Position', 'A point within the place.'),
    summary: longText('Summary', 'What a reader should know of the place, in the desk’s own words.'),
  },
});
