import { valueList } from '../value-list.ts';

export const instrumentType = valueList('InstrumentType', 'What kind of instrument an agreement is.', {
  TREATY: ['Treaty', 'A treaty or convention in the sense of the Vienna Convention on the Law of Treaties.'],
  PROTOCOL: ['Protocol', 'A protocol to another instrument.'],
  AMENDMENT: ['Amendment', 'An instrument that changes another.'],
  EXCHANGE_OF_NOTES: ['Exchange of notes', 'An agreement made by exchanging notes or letters.'],
  MOU: ['Memorandum of understanding', 'A memorandum of understanding.'],
  JOINT_STATEMENT: ['Joint statement', 'A statement issued in common.'],
  POLITICAL_COMMITMENT: ['Political commitment', 'A commitment meant to bind in politics and not in law, such as the JCPOA.'],
  CONTRACT: ['Contract', 'A contract under private or public law.'],
});

export const agreementTopic = valueList('AgreementTopic', 'What an agreement is about.', {
  ALLIANCE: ['Alliance', 'Defence, offence, neutrality, non-aggression or consultation.'],
  ARMS_CONTROL: ['Arms control', 'Limits on weapons and their spread.'],
  MILITARY_COOPERATION: ['Military cooperation', 'Training, procurement, exercises, bases, exchange of officers.'],
  BORDER: ['Borders and territory', 'Frontiers, delimitation, status of territory or sea.'],
  TRADE: ['Trade', 'Trade in goods and services, tariffs, customs.'],
  INVESTMENT: ['Investment', 'Protection and promotion of investment.'],
  ENERGY: ['Energy', 'Oil, gas, electricity.'],
  NUCLEAR: ['Nuclear cooperation', 'Civil nuclear cooperation and safeguards.'],
  TRANSPORT: ['Transport', 'Roads, railways, air, shipping, corridors.'],
  ENVIRONMENT: ['Environment', 'Environment, climate, fisheries, water.'],
  LEGAL: ['Legal cooperation', 'Extradition, mutual legal assistance, double taxation.'],
  CULTURE: ['Culture and science', 'Culture, education, science, space.'],
  FRIENDSHIP: ['Relations', 'The basis of relations: friendship, partnership, recognition.'],
  PEACE: ['Peace', 'Ceasefire, settlement, peace.'],
  INSTITUTION: ['Institution', 'Founding or changing an organization, accession to one.'],
});

export const openness = valueList('Openness', 'Who may become a party.', {
  BILATERAL: ['Bilateral', 'Two parties only.'],
  CLOSED: ['Closed', 'Named parties only.'],
  RESTRICTED: ['Restricted', 'A region or group, or by invitation.'],
  OPEN: ['Open', 'Open to any state.'],
});

export const agreementStatus = valueList('AgreementStatus', 'Where an agreement stands.', {
  DRAFT: ['Draft', 'Being negotiated.'],
  ADOPTED: ['Adopted', 'Its text is adopted; nobody has signed.'],
  SIGNED: ['Signed', 'Signed and not yet in force.'],
  IN_FORCE: ['In force', 'In force for its parties.'],
  PROVISIONALLY_APPLIED: ['Provisionally applied', 'Applied before entry into force.'],
  SUSPENDED: ['Suspended', 'Its operation is suspended.'],
  TERMINATED: ['Terminated', 'Ended by act of its parties.'],
  EXPIRED: ['Expired', 'Ended by its own terms.'],
  NEVER_ENTERED: ['Never entered into force', 'Given up before it entered into force.'],
});

export const partyActionType = valueList('PartyActionType', 'What an actor did on an agreement, after the Vienna Conventions on the Law of Treaties (1969, arts 10-23, 54-56) and on Succession of States (1978).', {
  SIGNATURE: ['Signature', 'Simple signature, subject to ratification.'],
  SIGNATURE_AD_REFERENDUM: ['Signature ad referendum', 'Signature to be confirmed by the state.'],
  DEFINITIVE_SIGNATURE: ['Definitive signature', 'Signature that binds by itself.'],
  RATIFICATION: ['Ratification', 'Ratification, by deposit or exchange.'],
  ACCEPTANCE: ['Acceptance (A)', 'Acceptance, with the effect of ratification.'],
  APPROVAL: ['Approval (AA)', 'Approval, with the effect of ratification.'],
  ACCESSION: ['Accession (a)', 'Joining without having signed.'],
  FORMAL_CONFIRMATION: ['Formal confirmation (c)', 'What ratification is called for an organization.'],
  SUCCESSION: ['Succession (d)', 'Taking over a predecessor’s place.'],
  CONSENT_TO_BE_BOUND: ['Consent to be bound', 'Consent expressed in another way.'],
  PROVISIONAL_APPLICATION: ['Provisional application', 'Applying the agreement before it is in force.'],
  EXCHANGE_OF_INSTRUMENTS: ['Exchange of instruments', 'Exchange of the instruments that make up a bilateral agreement.'],
  RESERVATION: ['Reservation', 'A statement meant to exclude or modify an effect.'],
  INTERPRETATIVE_DECLARATION: ['Interpretative declaration', 'A statement of how a provision is understood.'],
  OBJECTION: ['Objection', 'Objection to another’s reservation.'],
  WITHDRAWAL_OF_RESERVATION: ['Withdrawal of reservation', 'Taking a reservation back.'],
  NOTIFICATION: ['Notification', 'Any other notification to the depositary or the other parties.'],
  SUSPENSION: ['Suspension', 'Suspending the operation of the agreement.'],
  DENUNCIATION_OR_WITHDRAWAL: ['Denunciation or withdrawal', 'Leaving the agreement.'],
  CANCELLATION_OF_WITHDRAWAL: ['Cancellation of withdrawal', 'Taking a withdrawal back before it has effect.'],
  TERMINATION: ['Termination', 'Ending the agreement.'],
  UNSIGNING_NOTICE: ['Notice not to ratify', 'Notice that a signatory does not mean to become a party.'],
});

export const partyStatus = valueList('PartyStatus', 'How an actor stands to an agreement on a day, derived from its actions. Signature alone never makes a party unless it is definitive.', {
  NONE: ['None', 'No action on record by that day.'],
  SIGNATORY: ['Signatory', 'Signed, and not bound.'],
  CONTRACTING: ['Contracting', 'Bound; the agreement is not yet in force for it.'],
  PARTY: ['Party', 'Bound, and the agreement is in force for it.'],
  PROVISIONAL: ['Provisional', 'Applies it provisionally.'],
  FORMER: ['Former', 'Was bound or had signed, and has left.'],
});

export const obligationType = valueList('ObligationType', 'What one party owes another under an alliance (ATOP), or the field of a defence cooperation agreement, which is no alliance (DCAD).', {
  DEFENSE: ['Defence', 'Aid the other if it is attacked.'],
  OFFENSE: ['Offence', 'Aid the other in war beyond its defence.'],
  NEUTRALITY: ['Neutrality', 'Stay out of a conflict of the other.'],
  NONAGGRESSION: ['Non-aggression', 'Use no force against the other.'],
  CONSULTATION: ['Consultation', 'Consult the other in a crisis.'],
  DEFENSE_COOPERATION_GENERAL: ['Defence cooperation: general', 'General cooperation in defence.'],
  TRAINING_EXERCISES: ['Defence cooperation: training and exercises', 'Joint training and exercises.'],
  PROCUREMENT: ['Defence cooperation: procurement', 'Buying or making arms together.'],
  RESEARCH: ['Defence cooperation: research', 'Military research together.'],
  CLASSIFIED_INFORMATION: ['Defence cooperation: classified information', 'Exchange and protection of classified information.'],
  MUTUAL_CONSULTATION: ['Defence cooperation: mutual consultation', 'Regular consultation on defence.'],
});
