import { someOf, valueList } from '../value-list.ts';

export const instrumentType = valueList('InstrumentType', 'The kind of instrument of an agreement.', {
  TREATY: ['Treaty', 'A treaty or convention in the sense of the Vienna Convention on the Law of Treaties.'],
  PROTOCOL: ['Protocol', 'A protocol to another instrument.'],
  AMENDMENT: ['Amendment', 'An instrument that changes another.'],
  EXCHANGE_OF_NOTES: ['Exchange of notes', 'An agreement made by exchanging notes or letters.'],
  MOU: ['Memorandum of understanding', 'A memorandum of understanding.'],
  JOINT_STATEMENT: ['Joint statement', 'A statement that the parties issued together.'],
  POLITICAL_COMMITMENT: ['Political commitment', 'A politically but not legally binding commitment, such as the JCPOA.'],
  CONTRACT: ['Contract', 'A contract under private or public law.'],
});

export const agreementTopic = valueList('AgreementTopic', 'The subject of an agreement.', {
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
  FRIENDSHIP: ['Relations', 'General relations: friendship, partnership, recognition.'],
  PEACE: ['Peace', 'Ceasefire, settlement, peace.'],
  INSTITUTION: ['Institution', 'Foundation or change of an organization, or accession to one.'],
});

export const openness = valueList('Openness', 'Who may become a party to an agreement.', {
  BILATERAL: ['Bilateral', 'Two parties only.'],
  CLOSED: ['Closed', 'Named parties only.'],
  RESTRICTED: ['Restricted', 'Open to a region or group, or by invitation.'],
  OPEN: ['Open', 'Open to any state.'],
});

export const agreementStatus = valueList('AgreementStatus', 'The status of an agreement.', {
  DRAFT: ['Draft', 'Being negotiated.'],
  ADOPTED: ['Adopted', 'The text is adopted but not signed.'],
  SIGNED: ['Signed', 'Signed but not yet in force.'],
  IN_FORCE: ['In force', 'In force for its parties.'],
  PROVISIONALLY_APPLIED: ['Provisionally applied', 'Applied before entry into force.'],
  SUSPENDED: ['Suspended', 'Its operation is suspended.'],
  TERMINATED: ['Terminated', 'Ended by its parties.'],
  EXPIRED: ['Expired', 'Ended by its own terms.'],
  NEVER_ENTERED: ['Never entered into force', 'Abandoned before it entered into force.'],
});

/** The statuses of an agreement that applies to at least one party, in force or provisionally. */
export const statusesInForce = someOf(agreementStatus, 'IN_FORCE', 'PROVISIONALLY_APPLIED');

export const partyActionType = valueList('PartyActionType', 'What an actor did on an agreement, after the Vienna Conventions on the Law of Treaties (1969, arts 10-23, 54-56) and on Succession of States (1978).', {
  SIGNATURE: ['Signature', 'Simple signature, subject to ratification.'],
  SIGNATURE_AD_REFERENDUM: ['Signature ad referendum', 'Signature to be confirmed by the state.'],
  DEFINITIVE_SIGNATURE: ['Definitive signature', 'Signature that is binding without ratification.'],
  RATIFICATION: ['Ratification', 'Ratification, by deposit or exchange.'],
  ACCEPTANCE: ['Acceptance (A)', 'Acceptance, with the effect of ratification.'],
  APPROVAL: ['Approval (AA)', 'Approval, with the effect of ratification.'],
  ACCESSION: ['Accession (a)', 'Joining without having signed.'],
  FORMAL_CONFIRMATION: ['Formal confirmation (c)', 'The equivalent of ratification for an organization.'],
  SUCCESSION: ['Succession (d)', 'Succession to the rights and obligations of a predecessor.'],
  CONSENT_TO_BE_BOUND: ['Consent to be bound', 'Consent expressed in another way.'],
  PROVISIONAL_APPLICATION: ['Provisional application', 'Application of the agreement before it is in force.'],
  EXCHANGE_OF_INSTRUMENTS: ['Exchange of instruments', 'Exchange of the instruments that make up a bilateral agreement.'],
  RESERVATION: ['Reservation', 'A statement that is meant to exclude or modify the effect of a provision.'],
  INTERPRETATIVE_DECLARATION: ['Interpretative declaration', 'A statement of how a provision is understood.'],
  OBJECTION: ['Objection', 'Objection to another’s reservation.'],
  WITHDRAWAL_OF_RESERVATION: ['Withdrawal of reservation', 'Withdrawal of an earlier reservation.'],
  NOTIFICATION: ['Notification', 'Any other notification to the depositary or the other parties.'],
  SUSPENSION: ['Suspension', 'Suspension of the operation of the agreement.'],
  DENUNCIATION_OR_WITHDRAWAL: ['Denunciation or withdrawal', 'Withdrawal from the agreement.'],
  CANCELLATION_OF_WITHDRAWAL: ['Cancellation of withdrawal', 'Cancellation of a withdrawal before it takes effect.'],
  TERMINATION: ['Termination', 'Termination of the agreement.'],
  UNSIGNING_NOTICE: ['Notice not to ratify', 'Notice that a signatory does not intend to become a party.'],
});

/**
 * Actions by which an actor becomes bound: consent to be bound (VCLT arts 11-16), or succession. Acceptance, approval
 * and accession have the effect of ratification.
 */
export const bindingActions = someOf(partyActionType, 'DEFINITIVE_SIGNATURE', 'RATIFICATION', 'ACCEPTANCE', 'APPROVAL', 'ACCESSION', 'FORMAL_CONFIRMATION', 'SUCCESSION', 'CONSENT_TO_BE_BOUND', 'EXCHANGE_OF_INSTRUMENTS');
/** Signatures that do not yet bind the actor, because they must be ratified or confirmed. */
export const signingActions = someOf(partyActionType, 'SIGNATURE', 'SIGNATURE_AD_REFERENDUM');
/** Actions after which an actor is no longer a party or a signatory. */
export const leavingActions = someOf(partyActionType, 'DENUNCIATION_OR_WITHDRAWAL', 'TERMINATION', 'UNSIGNING_NOTICE');
/** Actions that undo a withdrawal. */
export const returningActions = someOf(partyActionType, 'CANCELLATION_OF_WITHDRAWAL');

export const partyStatus = valueList('PartyStatus', 'The status of an actor under an agreement on a day, computed from its actions. A signature alone does not make it a party unless it is definitive.', {
  NONE: ['None', 'No action is recorded up to that day.'],
  SIGNATORY: ['Signatory', 'Has signed but is not bound.'],
  CONTRACTING: ['Contracting', 'Is bound, but the agreement is not yet in force for it.'],
  PARTY: ['Party', 'Is bound, and the agreement is in force for it.'],
  PROVISIONAL: ['Provisional', 'Applies the agreement provisionally.'],
  FORMER: ['Former', 'Was bound or had signed, but no longer is a party or signatory.'],
});

export const obligationType = valueList('ObligationType', 'What one actor owes another under an alliance (ATOP), or the field of a defence cooperation agreement, which is not an alliance (DCAD).', {
  DEFENSE: ['Defence', 'Assist the other if it is attacked.'],
  OFFENSE: ['Offence', 'Assist the other in a war even if the other has not been attacked.'],
  NEUTRALITY: ['Neutrality', 'Remain neutral in a conflict that involves the other.'],
  NONAGGRESSION: ['Non-aggression', 'Do not use force against the other.'],
  CONSULTATION: ['Consultation', 'Consult the other in a crisis.'],
  DEFENSE_COOPERATION_GENERAL: ['Defence cooperation: general', 'General cooperation in defence.'],
  TRAINING_EXERCISES: ['Defence cooperation: training and exercises', 'Joint training and exercises.'],
  PROCUREMENT: ['Defence cooperation: procurement', 'Joint purchase or production of arms.'],
  RESEARCH: ['Defence cooperation: research', 'Joint military research.'],
  CLASSIFIED_INFORMATION: ['Defence cooperation: classified information', 'Exchange and protection of classified information.'],
  MUTUAL_CONSULTATION: ['Defence cooperation: mutual consultation', 'Regular consultation on defence.'],
});

/** The obligations of alliances. Defence cooperation is not an alliance (DCAD, after ATOP’s definition). */
export const allianceObligations = someOf(obligationType, 'DEFENSE', 'OFFENSE', 'NEUTRALITY', 'NONAGGRESSION', 'CONSULTATION');
