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
  labelTemplate: 'name',
  listedFields: ['placeType', 'territoryStatus', 'country', 'deFactoController'],
  fields: {
    name: text('Name', 'The English name of the place in the register.', { required: true, filterable: true, sortable: true, isName: true }),
    placeType: oneOf(placeType, 'Type', 'The kind of place.', { required: true, cited: true, filterable: true, sortable: true }),
    territoryStatus: oneOf(territoryStatus, 'Territorial status', 'The territorial status of the place, including its status under the law of the sea.', { cited: true, filterable: true, sortable: true }),
    country: link('State', 'Country', 'The state to which the place undisputedly belongs. Straits, sea areas and disputed territories have none.', { cited: true, filterable: true, inverse: inverse('places', 'Places', 'The places that undisputedly belong to the state.') }),
    deFactoController: link('State', 'De facto controller', 'The state that controls the place in fact, whether or not it has a right to it.', { cited: true, filterable: true, inverse: inverse('controlledPlaces', 'Places controlled', 'The places that the state controls in fact.') }),
    controlledSince: uncertainDate('Controlled since', 'The date since which the de facto controller has been in control.', { cited: true, filterable: true }),
    position: point('Position', 'A point within the place.'),
    summary: longText('Summary', 'What readers should know about the place, in the editors’ words.'),
  },
});
