import { linkType } from '../define-type.ts';
import { inverse, link, longText, spell, uncertainDate } from '../field.ts';

export const placeClaim = linkType('PlaceClaim', {
  singular: 'territorial claim',
  plural: 'territorial claims',
  one: 'placeClaim',
  many: 'placeClaims',
  prefix: 'pc',
  description: 'A state claims a place as its own. A claim is recorded whoever controls the place.',
  labelled: '{claimant} claims {place}',
  fields: {
    place: link('Place', 'Place', 'The place that is claimed.', { required: true, cited: true, filterable: true, inverse: inverse('claimants', 'Claimants', 'The states that claim the place.') }),
    claimant: link('State', 'Claimant', 'The state that claims it.', { required: true, cited: true, filterable: true, inverse: inverse('placeClaims', 'Territorial claims', 'The places that the state claims.') }),
    validity: spell('Period', 'From when to when it has been claimed.', { cited: true, filterable: true, sortable: true }),
    asOf: uncertainDate('As of', 'A time at which a source shows it to hold, where its start and end are not stated or it may have ended since.', { cited: true, filterable: true }),
    basis: longText('Basis', 'On what the claim rests, in the desk’s own words.', { cited: true }),
  },
});
