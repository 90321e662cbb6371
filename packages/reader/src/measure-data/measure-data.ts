import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import { type CoverageRecord, coveragesSql, readCoverages } from './coverages.ts';
import { type Day, writtenDay } from './day.ts';
import { eventsSql, readEvents, type ScoredEvent } from './events.ts';
import { type CountedExercise, exercisesSql, readExercises } from './exercises.ts';
import { type MembershipSpell, membershipsSql, readMemberships } from './memberships.ts';
import { type OwedObligation, obligationsSql, readObligations } from './obligations.ts';
import { type BodySql, readsAt, type Seen } from './read-at.ts';
import { readSystem, type SystemState, systemSql } from './system.ts';
import { readVotes, type Votes, votesSql } from './votes.ts';

/** Which register is read, over which days, and of whom: by default of all. */
export interface DataRequest extends Seen {
  readonly from: Day;
  readonly to: Day;
  readonly of?: readonly string[];
  /** The sources to whose data set facts must belong; by default all facts are read. */
  readonly sources?: readonly string[] | undefined;
}

/** Reads what measures are reckoned from: one statement each, of one revision. */
export interface MeasureData {
  /** The states that a system of numbers knows. */
  readonly system: (seen: Seen, scheme: string) => Promise<readonly SystemState[]>;
  readonly votes: (request: DataRequest) => Promise<Votes>;
  /** What sources cover, by kind of fact. */
  readonly coverages: (seen: Seen) => Promise<readonly CoverageRecord[]>;
  readonly obligations: (request: DataRequest) => Promise<readonly OwedObligation[]>;
  readonly memberships: (request: DataRequest) => Promise<readonly MembershipSpell[]>;
  /** Exercises of some statuses, by the year in which they start. */
  readonly exercises: (request: DataRequest, statuses: readonly string[]) => Promise<readonly CountedExercise[]>;
  /** Events that count. From the beginning of time, those without a date are among them. */
  readonly events: (request: DataRequest) => Promise<readonly ScoredEvent[]>;
  /** How much is held. */
  readonly size: () => { readonly readings: number; readonly bytes: number };
}

/** How the data of measures are read. */
export interface MeasureDataOptions {
  /** Connections of a login that may only read. */
  readonly pool: Pick<Pool, 'query'>;
  /** How many bytes of decoded data may be held, about. */
  readonly bytes?: number;
  /** Told of each statement that is run. */
  readonly onStatement?: (text: string) => void;
}

interface Held {
  readonly value: unknown;
  readonly bytes: number;
}

/**
 * Makes a reader of the data of measures. What was read of a revision is held, up to a number of bytes: a revision never
 * changes. Two who ask for the same at once wait for one statement.
 */
export function measureData({
  pool,
  bytes = 64 * 1024 * 1024,
  onStatement = () => undefined,
}: MeasureDataOptions): MeasureData {
  const readAt = readsAt(pool, onStatement);
  const held = new LRUCache<string, Held>({
    maxSize: bytes,
    sizeCalculation: (one, key) => one.bytes + key.length * 2,
  });
  const underWay = new Map<string, Promise<unknown>>();

  const read = async <Written, Value>(
    key: string,
    { seen, body, values }: { seen: Seen; body: BodySql; values: readonly unknown[] },
    decode: (written: Written) => Value,
    bytesOf: (value: Value) => number,
  ): Promise<Value> => {
    const known = held.get(key);
    if (known) return known.value as Value;
    const waiting = underWay.get(key);
    if (waiting) return waiting as Promise<Value>;
    const reading = readAt<Written>(seen, body, values)
      .then((written) => {
        const value = decode(written.value);
        // What is withheld has changed meanwhile: it is right for this answer, and not what the key says.
        if (written.withheld === seen.withheld) held.set(key, { value, bytes: bytesOf(value) + 256 });
        return value;
      })
      .finally(() => underWay.delete(key));
    underWay.set(key, reading);
    return reading;
  };

  const window = ({ from, to }: DataRequest) => [writtenDay(from), writtenDay(to)] as const;
  const years = ({ from, to }: DataRequest) => [Math.floor(from / 10_000), Math.floor(to / 10_000)] as const;
  const keyOf = (
    kind: string,
    { revision, withheld, from, to, of, sources }: DataRequest,
    ...more: readonly unknown[]
  ) => `${kind} ${revision} ${withheld} ${from} ${to} ${of?.join() ?? ''} ${sources?.join() ?? '-'} ${more.join()}`;

  return {
    system: (seen, scheme) =>
      read(
        `system ${seen.revision} ${seen.withheld} ${scheme}`,
        { seen, body: systemSql, values: [scheme] },
        readSystem,
        (states) => states.length * 300,
      ),
    votes: (request) =>
      read(
        keyOf('votes', request),
        { seen: request, body: votesSql, values: [...window(request), request.of ?? null, request.sources ?? null] },
        readVotes,
        ({ years: all, ballots }) => ballots.size * (all.length + 200) + all.length * 2,
      ),
    coverages: (seen) =>
      read(
        `coverages ${seen.revision} ${seen.withheld}`,
        { seen, body: coveragesSql, values: [] },
        readCoverages,
        (records) => records.length * 600,
      ),
    obligations: (request) =>
      read(
        keyOf('obligations', request),
        {
          seen: request,
          body: obligationsSql,
          values: [...window(request), request.of ?? null, request.sources ?? null],
        },
        readObligations,
        (owed) => owed.length * 120,
      ),
    memberships: (request) =>
      read(
        keyOf('memberships', request),
        {
          seen: request,
          body: membershipsSql,
          values: [...window(request), request.of ?? null, request.sources ?? null],
        },
        readMemberships,
        (memberships) => memberships.length * 160,
      ),
    exercises: (request, statuses) =>
      read(
        keyOf('exercises', request, statuses),
        {
          seen: request,
          body: exercisesSql,
          values: [statuses, ...years(request), request.of ?? null, request.sources ?? null],
        },
        readExercises,
        (exercises) => exercises.reduce((sum, { participants }) => sum + 100 + participants.length * 60, 0),
      ),
    events: (request) =>
      read(
        keyOf('events', request),
        {
          seen: request,
          body: eventsSql,
          values: [
            request.from === Number.NEGATIVE_INFINITY ? null : writtenDay(request.from),
            writtenDay(request.to),
            request.of ?? null,
            request.sources ?? null,
          ],
        },
        readEvents,
        (events) =>
          events.reduce((sum, { actors, recipients }) => sum + 150 + (actors.length + recipients.length) * 60, 0),
      ),
    size: () => ({ readings: held.size, bytes: held.calculatedSize }),
  };
}
