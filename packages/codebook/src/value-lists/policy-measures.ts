import { valueList } from '../value-list.ts';

export const measureNature = valueList('MeasureNature', 'Whether a measure hurts or helps its target.', {
  SANCTION: ['Sanction', 'A restriction meant to change or punish what the target does.'],
  FACILITATION: ['Facilitation', 'A measure to protect or ease dealings with the target.'],
  OTHER: ['Other', 'Any other measure of policy.'],
});

export const measureType = valueList('MeasureType', 'What a measure restricts or eases, after the Global Sanctions Data Base.', {
  TRADE: ['Trade', 'Trade in goods and services.'],
  ARMS: ['Arms', 'Trade in arms.'],
  MILITARY_ASSISTANCE: ['Military assistance', 'Military aid and training.'],
  FINANCIAL: ['Financial', 'Assets, investment, payments.'],
  TRAVEL: ['Travel', 'Entry and movement of persons.'],
  OTHER: ['Other', 'Anything else.'],
});

export const measureObjective = valueList('MeasureObjective', 'What a sanction is meant to bring about, after the Global Sanctions Data Base.', {
  POLICY_CHANGE: ['Policy change', 'Change a policy of the target.'],
  REGIME_DESTABILIZATION: ['Destabilize regime', 'Destabilize the target’s regime.'],
  TERRITORIAL_CONFLICT: ['Territorial conflict', 'Settle a conflict over territory.'],
  PREVENT_WAR: ['Prevent war', 'Prevent a war.'],
  END_WAR: ['End war', 'End a war.'],
  HUMAN_RIGHTS: ['Human rights', 'Human rights.'],
  DEMOCRACY: ['Democracy', 'Restore or further democracy.'],
  TERRORISM: ['Terrorism', 'Fight terrorism.'],
  OTHER: ['Other', 'Anything else.'],
});

export const measureOutcome = valueList('MeasureOutcome', 'What came of a sanction, after the Global Sanctions Data Base.', {
  SUCCESS_TOTAL: ['Success', 'The aim was reached.'],
  SUCCESS_PARTIAL: ['Partial success', 'The aim was reached in part.'],
  NEGOTIATION: ['Negotiation', 'It ended in a negotiated settlement.'],
  FAILED: ['Failed', 'The aim was not reached.'],
  ONGOING: ['Ongoing', 'It has not ended.'],
});

export const measureRole = valueList('MeasureRole', 'On which side of a measure an actor stands.', {
  SENDER: ['Sender', 'Takes the measure.'],
  TARGET: ['Target', 'The measure is aimed at it.'],
});
