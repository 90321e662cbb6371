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
    validity: spell('Period', 'The period of the claim.', { cited: true, filterable: true, sortable: true }),
    asOf: uncertainDate('As of', 'A date on which it held according to a source. Used where start and end are not stated, or where it may have ended since.', { cited: true, filterable: true }),
    basis: longText('Basis', 'The grounds of the claim, in the editors’ words.', { cited: true }),
  },
  naturalKey: { ends: ['place', 'claimant'], kind: [], time: 'validity' },
  withinLifespans: 'validity',
});
