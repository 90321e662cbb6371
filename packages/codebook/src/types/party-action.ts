import { linkType } from '../define-type.ts';
import { inverse, link, longText, oneOf, uncertainDate } from '../field.ts';
import { partyActionType } from '../value-lists/agreements.ts';

export const partyAction = linkType('PartyAction', {
  singular: 'party action',
  plural: 'party actions',
  one: 'partyAction',
  many: 'partyActions',
  prefix: 'act',
  description: 'One act of one actor on one agreement. Acts are added, never overwritten; party status is derived from them.',
  labelled: '{actor}: {action}, {agreement}',
  fields: {
    actor: link('Actor', 'Actor', 'Who acts.', { required: true, cited: true, filterable: true, inverse: inverse('partyActions', 'Agreements', 'Its acts on agreements.') }),
    agreement: link('Agreement', 'Agreement', 'On which agreement.', { required: true, cited: true, filterable: true, inverse: inverse('partyActions', 'Party actions', 'The acts of actors on the agreement.') }),
    action: oneOf(partyActionType, 'Act', 'What is done.', { required: true, cited: true, filterable: true, sortable: true }),
    dateOfAct: uncertainDate('Date of act', 'When it was done: signature, deposit or notification.', { cited: true, filterable: true, sortable: true }),
    dateOfEffect: uncertainDate('Date of effect', 'When it took effect for the actor.', { cited: true, filterable: true, sortable: true }),
    wording: longText('Wording', 'The substance of a reservation, declaration or notice, in the desk’s own words.', { cited: true }),
  },
  carries: {
    agreementSigned: { through: 'agreement', field: 'signed', label: 'Agreement signed', description: 'When the agreement was signed.' },
  },
});
