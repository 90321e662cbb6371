import { linkType } from '../define-type.ts';
import { inverse, link, longText, spell, uncertainDate } from '../field.ts';

export const placeClaim = linkType('PlaceClaim', {
  singular: 'territorial claim',
  plural: 'territorial claims',
  one: 'placeClaim',
  many: 'placeClaims',
  prefix: 'pc',
  description: 'A state claims a place as its territory. Territorial claims are recorded regardless of who controls the place.',
  labelTemplate: '{claimant} claims {place}',
  fields: {
    place: link('Place', 'Place', 'The claimed place.', { required: true, cited: true, filterable: true, inverse: inverse('claimants', 'Claimants', 'The states that claim the place.') }),
    claimant: link('State', 'Claimant', 'The state that claims the place.', { required: true, cited: true, filterable: true, inverse: inverse('placeClaims', 'Territorial claims', 'The places that the state claims.') }),
    validity: spell('Period', 'The period of the territorial claim.', { cited: true, filterable: true, sortable: true }),
    asOf: uncertainDate('As of', 'A date on which, according to a source, the state claimed the place. Recorded if the source does not state both start and end.', { cited: true, filterable: true }),
    basis: longText('Basis', 'The grounds of the territorial claim, in the editors’ words.', { cited: true }),
  },
  naturalKey: { ends: ['place', 'claimant'], kind: [], time: 'validity' },
  withinLifespans: 'validity',
});
