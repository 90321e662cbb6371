import { valueList } from '../value-list.ts';

export const policyMeasureNature = valueList('MeasureNature', 'Whether a policy measure restricts or helps its target.', {
  SANCTION: ['Sanction', 'A restriction that is meant to change or punish the behavior of the target.'],
  FACILITATION: ['Facilitation', 'A policy measure that protects or eases dealings with the target.'],
  OTHER: ['Other', 'Any other policy measure.'],
});

export const policyMeasureType = valueList('MeasureType', 'What a policy measure restricts or eases, after the Global Sanctions Data Base.', {
  TRADE: ['Trade', 'Trade in goods and services.'],
  ARMS: ['Arms', 'Trade in arms.'],
  MILITARY_ASSISTANCE: ['Military assistance', 'Military aid and training.'],
  FINANCIAL: ['Financial', 'Assets, investment, payments.'],
  TRAVEL: ['Travel', 'Entry and movement of persons.'],
  OTHER: ['Other', 'Anything else.'],
});

export const policyMeasureObjective = valueList('MeasureObjective', 'The aim of a policy measure, after the Global Sanctions Data Base.', {
  POLICY_CHANGE: ['Policy change', 'Change a policy of the target.'],
  REGIME_DESTABILIZATION: ['Destabilize regime', 'Destabilize the target’s regime.'],
  TERRITORIAL_CONFLICT: ['Territorial conflict', 'Settle a conflict over territory.'],
  PREVENT_WAR: ['Prevent war', 'Prevent a war.'],
  END_WAR: ['End war', 'End a war.'],
  HUMAN_RIGHTS: ['Human rights', 'Improve respect for human rights.'],
  DEMOCRACY: ['Democracy', 'Restore or promote democracy.'],
  TERRORISM: ['Terrorism', 'Fight terrorism.'],
  OTHER: ['Other', 'Anything else.'],
});

export const policyMeasureOutcome = valueList('MeasureOutcome', 'The outcome of a policy measure, after the Global Sanctions Data Base.', {
  SUCCESS_TOTAL: ['Success', 'The aim was reached.'],
  SUCCESS_PARTIAL: ['Partial success', 'The aim was partly reached.'],
  NEGOTIATION: ['Negotiation', 'It ended in a negotiated settlement.'],
  FAILED: ['Failed', 'The aim was not reached.'],
  ONGOING: ['Ongoing', 'It has not ended.'],
});

export const policyMeasureRole = valueList('MeasureRole', 'The role of an actor in a policy measure.', {
  SENDER: ['Sender', 'Takes the policy measure.'],
  TARGET: ['Target', 'The policy measure is directed at it.'],
});
