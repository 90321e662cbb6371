import { someDate } from './dates.ts';
import { listed, type Made, type Maker } from './made.ts';
import { favouring, type Random } from './random.ts';
import { prose, regions } from './words.ts';

/** Exercises and who took part in them, each once. */
export function makeExercises(
  random: Random,
  make: Maker,
  { states, organizations }: { states: readonly Made[]; organizations: readonly Made[] },
  { exercises: count, participations }: { exercises: number; participations: number },
): { exercises: Made[]; participations: Made[] } {
  const someState = favouring(random, states);
  const made: { exercises: Made[]; participations: Made[] } = { exercises: [], participations: [] };
  for (let at = 0; at < count; at += 1) {
    const exercise = makeExercise(random, make, at);
    made.exercises.push(exercise);
    const left = participations - made.participations.length;
    const average = left / (count - at);
    const size = at === count - 1 ? left : random.within(2, Math.max(2, Math.round(2 * average) - 2));
    const actors = new Set<Made>();
    while (actors.size < size) actors.add(random.chance(0.97) ? someState() : random.pick(organizations));
    for (const actor of actors) made.participations.push(makeParticipation(random, make, exercise, actor, actors));
  }
  return made;
}

function makeExercise(random: Random, make: Maker, at: number): Made {
  const start = random.chance(0.95) ? someDate(random, 1990, 2025) : undefined;
  const region = random.pick(regions);
  return make('Exercise', {
    name: `${region} ${random.pick(['Shield', 'Dawn', 'Anchor', 'Falcon', 'Resolve', 'Horizon'])} ${at + 1}`,
    status: random.pick(['HELD', 'HELD', 'HELD', 'ANNOUNCED', 'CANCELLED']),
    exerciseType: random.chance(0.8) ? random.pick(listed('Exercise', 'exerciseType')) : null,
    domains: random.some(listed('Exercise', 'domains'), random.within(1, 3)),
    focus: random.some(listed('Exercise', 'focus'), random.within(1, 2)),
    start: start ? { edtf: start } : null,
    location: `${region} training area`,
    position: random.chance(0.4)
      ? { latitude: random.within(-60, 70) + 0.5, longitude: random.within(-179, 179) + 0.25 }
      : null,
    summary: random.chance(0.4) ? prose(random, 2) : null,
  });
}

function makeParticipation(random: Random, make: Maker, exercise: Made, actor: Made, actors: ReadonlySet<Made>): Made {
  const [first] = actors;
  return make('Participation', {
    actor: actor.id,
    exercise: exercise.id,
    role: actor === first ? 'HOST' : random.chance(0.85) ? 'PARTICIPANT' : random.pick(listed('Participation', 'role')),
    personnel: random.chance(0.4) ? random.within(20, 12_000) : null,
  });
}
