import { linkType } from '../define-type.ts';
import { inverse, link, longText, oneOf, uncertainDate } from '../field.ts';
import { partyActionType } from '../value-lists/agreements.ts';

export const partyAction = linkType('PartyAction', {
  singular: 'party action',
  plural: 'party actions',
  one: 'partyAction',
  many: 'partyActions',
  prefix: 'act',
  description: 'What an actor did on an agreement, such as signature, ratification or withdrawal. Actions are added and never overwritten; the party status is computed from them.',
  labelTemplate: '{actor}: {action}, {agreement}',
  fields: {
    actor: link('Actor', 'Actor', 'The actor that acts.', { required: true, cited: true, filterable: true, inverse: inverse('partyActions', 'Agreements', 'The actions of the actor on agreements.') }),
    agreement: link('Agreement', 'Agreement', 'The agreement that the action concerns.', { required: true, cited: true, filterable: true, inverse: inverse('partyActions', 'Party actions', 'The actions of actors on the agreement.') }),
    action: oneOf(partyActionType, 'Action', 'The kind of action.', { required: true, cited: true, filterable: true, sortable: true }),
    dateOfAct: uncertainDate('Date of action', 'The date of the signature, deposit or notification.', { cited: true, filterable: true, sortable: true }),
    dateOfEffect: uncertainDate('Date of effect', 'The date on which the action took effect for the actor.', { cited: true, filterable: true, sortable: true }),
    wording: longText('Wording', 'The substance of a reservation, declaration or notice, in the editors’ words.', { cited: true }),
  },
  naturalKey: { ends: ['agreement', 'actor'], kind: ['action'], time: 'dateOfAct' },
  carriedKeys: {
    agreementSigned: { through: 'agreement', field: 'signed', label: 'Agreement signed', description: 'The date on which the agreement was signed.' },
  },
});
