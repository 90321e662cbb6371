import { randomDate } from './dates.ts';
import { type FactFactory, type GeneratedFact, listValues } from './generated-fact.ts';
import { type RandomGenerator, weightedPick } from './random.ts';
import { randomSentences, regions } from './words.ts';

/** Makes exercises and, in total, the given number of participations. No actor takes part twice in one exercise. */
export function makeExercises(
  random: RandomGenerator,
  make: FactFactory,
  { states, organizations }: { states: readonly GeneratedFact[]; organizations: readonly GeneratedFact[] },
  { exercises: count, participations }: { exercises: number; participations: number },
): { exercises: GeneratedFact[]; participations: GeneratedFact[] } {
  const pickState = weightedPick(random, states);
  const result: { exercises: GeneratedFact[]; participations: GeneratedFact[] } = { exercises: [], participations: [] };
  for (let at = 0; at < count; at += 1) {
    const exercise = makeExercise(random, make, at);
    result.exercises.push(exercise);
    const remaining = participations - result.participations.length;
    const average = remaining / (count - at);
    const size = at === count - 1 ? remaining : random.within(2, Math.max(2, Math.round(2 * average) - 2));
    const actors = new Set<GeneratedFact>();
    while (actors.size < size) actors.add(random.chance(0.97) ? pickState() : random.pick(organizations));
    for (const actor of actors) result.participations.push(makeParticipation(random, make, exercise, actor, actors));
  }
  return result;
}

function makeExercise(random: RandomGenerator, make: FactFactory, at: number): GeneratedFact {
  const start = random.chance(0.95) ? randomDate(random, 1990, 2025) : undefined;
  const region = random.pick(regions);
  return make('Exercise', {
    name: `${region} ${random.pick(['Shield', 'Dawn', 'Anchor', 'Falcon', 'Resolve', 'Horizon'])} ${at + 1}`,
    status: random.pick(['HELD', 'HELD', 'HELD', 'ANNOUNCED', 'CANCELLED']),
    exerciseType: random.chance(0.8) ? random.pick(listValues('Exercise', 'exerciseType')) : null,
    domains: random.sample(listValues('Exercise', 'domains'), random.within(1, 3)),
    focus: random.sample(listValues('Exercise', 'focus'), random.within(1, 2)),
    start: start ? { edtf: start } : null,
    location: `${region} training area`,
    position: random.chance(0.4)
      ? { latitude: random.within(-60, 70) + 0.5, longitude: random.within(-179, 179) + 0.25 }
      : null,
    summary: random.chance(0.4) ? randomSentences(random, 2) : null,
  });
}

function makeParticipation(
  random: RandomGenerator,
  make: FactFactory,
  exercise: GeneratedFact,
  actor: GeneratedFact,
  actors: ReadonlySet<GeneratedFact>,
): GeneratedFact {
  const [first] = actors;
  return make('Participation', {
    actor: actor.id,
    exercise: exercise.id,
    role:
      actor === first ? 'HOST' : random.chance(0.85) ? 'PARTICIPANT' : random.pick(listValues('Participation', 'role')),
    personnel: random.chance(0.4) ? random.within(20, 12_000) : null,
  });
}
