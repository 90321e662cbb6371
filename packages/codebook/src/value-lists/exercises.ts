import { someOf, valueList } from '../value-list.ts';

export const exerciseStatus = valueList('ExerciseStatus', 'The status of an exercise. It never changes without a source: an exercise that was held is recorded separately from its announcement.', {
  ANNOUNCED: ['Announced', 'Announced; no source says that it was held.'],
  PLANNED: ['Planned', 'Known to be planned, but not announced.'],
  UNDER_WAY: ['Under way', 'In progress when the source was written.'],
  HELD: ['Held', 'A source says that it was held.'],
  CANCELLED: ['Cancelled', 'Called off.'],
  POSTPONED: ['Postponed', 'Moved to a later date.'],
  UNKNOWN: ['Unknown', 'It is not known whether it was held.'],
});

/** The statuses of an exercise that was held. */
export const heldExerciseStatuses = someOf(exerciseStatus, 'HELD');
/** The statuses of an exercise that has started. */
export const startedExerciseStatuses = someOf(exerciseStatus, 'HELD', 'UNDER_WAY');
/** The statuses of an exercise of which only the plan or announcement is known. */
export const announcedExerciseStatuses = someOf(exerciseStatus, 'ANNOUNCED', 'PLANNED');

export const exerciseType = valueList('ExerciseType', 'The kind of exercise.', {
  FIELD_TRAINING: ['Field training', 'Troops, ships or aircraft in the field.'],
  COMMAND_POST: ['Command post (CPX)', 'Headquarters and staffs only.'],
  TABLE_TOP: ['Table-top', 'Discussion of a scenario.'],
  LIVE_FIRE: ['Live fire', 'With live ammunition.'],
  STAFF: ['Staff', 'Staff work on a scenario.'],
  COMPUTER_ASSISTED: ['Computer-assisted', 'With computer simulation.'],
  SNAP: ['Snap', 'Called without notice.'],
  UNSPECIFIED: ['Unspecified', 'The source does not say.'],
});

export const exerciseDomain = valueList('ExerciseDomain', 'The domain in which an exercise is held (after MME, with space added).', {
  AIR: ['Air', 'Air forces.'],
  LAND: ['Land', 'Land forces.'],
  SEA: ['Sea', 'Naval forces.'],
  AMPHIBIOUS: ['Amphibious', 'Landing from the sea.'],
  CYBER: ['Cyber', 'Networks and information systems.'],
  SPACE: ['Space', 'Space systems.'],
});

export const exerciseFocus = valueList('ExerciseFocus', 'What an exercise trains (after MME, with two values added).', {
  WARFIGHTING: ['Warfighting', 'Combat.'],
  HUMANITARIAN: ['Humanitarian', 'Disaster relief and humanitarian aid.'],
  PEACEKEEPING: ['Peacekeeping', 'Peace operations.'],
  COUNTER_TERRORISM: ['Counter-terrorism', 'Action against terrorists or pirates.'],
  SEARCH_RESCUE: ['Search and rescue', 'Search and rescue.'],
  UNKNOWN: ['Unknown', 'The source does not say.'],
});

export const participationRole = valueList('ParticipationRole', 'The role of an actor in an exercise. Only hosts, leads, co-organizers and participants count in totals of joint exercises.', {
  HOST: ['Host', 'Holds the exercise on its territory, or has invited the others.'],
  LEAD: ['Lead', 'Leads the exercise.'],
  CO_ORGANIZER: ['Co-organizer', 'Organizes the exercise together with others.'],
  PARTICIPANT: ['Participant', 'Takes part with forces.'],
  OBSERVER: ['Observer', 'Observes the exercise.'],
  INVITED_DECLINED: ['Invited, declined', 'Was invited but did not take part.'],
  SUPPORT: ['Support', 'Supports the exercise without sending forces.'],
});

/** The roles of the actors that take part in an exercise. Only these roles count in totals. */
export const rolesTakingPart = someOf(participationRole, 'HOST', 'LEAD', 'CO_ORGANIZER', 'PARTICIPANT');
