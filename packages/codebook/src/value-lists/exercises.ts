import { valueList } from '../value-list.ts';

export const exerciseStatus = valueList('ExerciseStatus', 'Where an exercise stands. It never changes without a source: that it was held is a record of its own which follows the announcement.', {
  ANNOUNCED: ['Announced', 'Announced; no source says that it was held.'],
  PLANNED: ['Planned', 'Known to be planned, not announced.'],
  UNDER_WAY: ['Under way', 'Going on when its source was written.'],
  HELD: ['Held', 'A source says that it was held.'],
  CANCELLED: ['Cancelled', 'Called off.'],
  POSTPONED: ['Postponed', 'Put off.'],
  UNKNOWN: ['Unknown', 'What came of it is not known.'],
});

export const exerciseType = valueList('ExerciseType', 'What kind of exercise it is.', {
  FIELD_TRAINING: ['Field training', 'Troops, ships or aircraft in the field.'],
  COMMAND_POST: ['Command post (CPX)', 'Headquarters and staffs only.'],
  TABLE_TOP: ['Table-top', 'Discussion of a scenario.'],
  LIVE_FIRE: ['Live fire', 'With live ammunition.'],
  STAFF: ['Staff', 'Staff work on a scenario.'],
  COMPUTER_ASSISTED: ['Computer-assisted', 'With computer simulation.'],
  SNAP: ['Snap', 'Called without notice.'],
  UNSPECIFIED: ['Unspecified', 'The source does not say.'],
});

export const exerciseDomain = valueList('ExerciseDomain', 'In which domain an exercise is held (after MME, with space).', {
  AIR: ['Air', 'Air forces.'],
  LAND: ['Land', 'Land forces.'],
  SEA: ['Sea', 'Naval forces.'],
  AMPHIBIOUS: ['Amphibious', 'Landing from the sea.'],
  CYBER: ['Cyber', 'Networks and information systems.'],
  SPACE: ['Space', 'Space systems.'],
});

export const exerciseFocus = valueList('ExerciseFocus', 'What an exercise trains (after MME, with two more).', {
  WARFIGHTING: ['Warfighting', 'Combat.'],
  HUMANITARIAN: ['Humanitarian', 'Disaster relief and humanitarian aid.'],
  PEACEKEEPING: ['Peacekeeping', 'Peace operations.'],
  COUNTER_TERRORISM: ['Counter-terrorism', 'Action against terrorists or pirates.'],
  SEARCH_RESCUE: ['Search and rescue', 'Search and rescue.'],
  UNKNOWN: ['Unknown', 'The source does not say.'],
});

export const participationRole = valueList('ParticipationRole', 'What part an actor takes in an exercise. Only host, lead, co-organizer and participant count in totals of joint exercises.', {
  HOST: ['Host', 'It is held on its territory or by its invitation.'],
  LEAD: ['Lead', 'Leads it.'],
  CO_ORGANIZER: ['Co-organizer', 'Organizes it with others.'],
  PARTICIPANT: ['Participant', 'Takes part with forces.'],
  OBSERVER: ['Observer', 'Watches.'],
  INVITED_DECLINED: ['Invited, declined', 'Was invited and did not come.'],
  SUPPORT: ['Support', 'Gives support without forces of its own.'],
});
