import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import { cacheBytes } from '../cache/cache-bytes.ts';
import type { CacheSize } from '../cache/cache-size.ts';
import { type CoverageRecord, coveragesSql, readCoverages } from './coverages.ts';
import { type Day, formatDay } from './day.ts';
import { eventsSql, readEvents, type ScoredEvent } from './events.ts';
import { type CountedExercise, exercisesSql, readExercises } from './exercises.ts';
import { type MembershipSpell, membershipsSql, readMemberships } from './memberships.ts';
import { type OwedObligation, obligationsSql, readObligations } from './obligations.ts';
import { type BodySql, createReadAt, type RegisterView } from './read-at.ts';
import { readSystem, type SystemState, systemSql } from './system.ts';
import { readVotes, type Votes, votesSql } from './votes.ts';

/** Selects the data to read: by register, period, actors and sources. */
export interface DataRequest extends RegisterView {
  readonly from: Day;
  readonly to: Day;
  /** The ids of the actors whose facts are read; by default all. See the methods of {@link MeasureData}. */
  readonly of?: readonly string[];
  /** The ids of the sources whose facts are read; by default all sources. */
  readonly sources?: readonly string[] | undefined;
}

/** Reads the data that statistics are computed from. The data of one call are all of one revision. */
export interface MeasureData {
  /**
   * Reads all states with their codes of a scheme. The period of each code is a spell of the state in the system of
   * states that the scheme defines.
   */
  readonly system: (view: RegisterView, scheme: string) => Promise<readonly SystemState[]>;
  /**
   * Reads the General Assembly roll calls that were certainly held in the period, with the ballots of the requested
   * states.
   */
  readonly votes: (request: DataRequest) => Promise<Votes>;
  /** Reads the coverage records of all sources. */
  readonly coverages: (view: RegisterView) => Promise<readonly CoverageRecord[]>;
  /**
   * Reads alliance obligations that may hold on a day of the period, owed by or to one of the requested actors. Leaves
   * out obligations without a known start, and those with neither a known end nor a last attested day.
   */
  readonly obligations: (request: DataRequest) => Promise<readonly OwedObligation[]>;
  /** Reads full and associate memberships of the requested actors that may hold on a day of the period. */
  readonly memberships: (request: DataRequest) => Promise<readonly MembershipSpell[]>;
  /**
   * Reads the exercises with one of the statuses that certainly start in a single year of the period, and in which all
   * requested actors take part.
   */
  readonly exercises: (request: DataRequest, statuses: readonly string[]) => Promise<readonly CountedExercise[]>;
  /**
   * Reads the counted events whose first possible day is in the period, and in which all requested actors take part.
   * Undated events are included if `from` is negative infinity.
   */
  readonly events: (request: DataRequest) => Promise<readonly ScoredEvent[]>;
  /** Returns the number of cached results and their approximate size. */
  readonly size: () => CacheSize;
}

/** The options of {@link createMeasureData}. */
export interface MeasureDataOptions {
  /** Connections of a read-only login. */
  readonly pool: Pick<Pool, 'query'>;
  /** The maximum approximate size of all cached results, in bytes. By default {@link cacheBytes}.measureData. */
  readonly maxBytes?: number;
  /** Called with the text of each statement before it runs. */
  readonly onStatement?: (text: string) => void;
  /**
   * Called when other facts were withheld at the time of reading than the view says. The data are right for the current
   * response, but must not be cached under that view.
   */
  readonly onOtherFactsWithheld?: () => void;
}

interface CachedValue {
  readonly value: unknown;
  readonly bytes: number;
}

/**
 * Creates a reader of the data that statistics are computed from. It caches results, which never change for the same
 * revision and the same withheld facts. Concurrent requests for the same data share one statement.
 */
export function createMeasureData({
  pool,
  maxBytes = cacheBytes.measureData,
  onStatement = () => undefined,
  onOtherFactsWithheld = () => undefined,
}: MeasureDataOptions): MeasureData {
  const readAt = createReadAt(pool, onStatement);
  const cache = new LRUCache<string, CachedValue>({
    maxSize: maxBytes,
    sizeCalculation: (entry, key) => entry.bytes + key.length * 2,
  });
  const pending = new Map<string, Promise<unknown>>();

  const read = async <Json, Value>(
    key: string,
    { view, body, values }: { view: RegisterView; body: BodySql; values: readonly unknown[] },
    decode: (json: Json) => Value,
    bytesOf: (value: Value) => number,
  ): Promise<Value> => {
    const cached = cache.get(key);
    if (cached) return cached.value as Value;
    const shared = pending.get(key);
    if (shared) return shared as Promise<Value>;
    const reading = readAt<Json>(view, body, values)
      .then((result) => {
        const value = decode(result.value);
        if (result.withheld === view.withheld) cache.set(key, { value, bytes: bytesOf(value) + 256 });
        else onOtherFactsWithheld();
        return value;
      })
      .finally(() => pending.delete(key));
    pending.set(key, reading);
    return reading;
  };

  const daysOf = ({ from, to }: DataRequest) => [formatDay(from), formatDay(to)] as const;
  const yearsOf = ({ from, to }: DataRequest) => [Math.floor(from / 10_000), Math.floor(to / 10_000)] as const;
  const keyOf = (
    kind: string,
    { revision, withheld, from, to, of, sources }: DataRequest,
    ...more: readonly unknown[]
  ) => `${kind} ${revision} ${withheld} ${from} ${to} ${of?.join() ?? ''} ${sources?.join() ?? '-'} ${more.join()}`;

  return {
    system: (view, scheme) =>
      read(
        `system ${view.revision} ${view.withheld} ${scheme}`,
        { view, body: systemSql, values: [scheme] },
        readSystem,
        (states) => states.length * 300,
      ),
    votes: (request) =>
      read(
        keyOf('votes', request),
        { view: request, body: votesSql, values: [...daysOf(request), request.of ?? null, request.sources ?? null] },
        readVotes,
        ({ years: all, ballots }) => ballots.size * (all.length + 200) + all.length * 2,
      ),
    coverages: (view) =>
      read(
        `coverages ${view.revision} ${view.withheld}`,
        { view, body: coveragesSql, values: [] },
        readCoverages,
        (records) => records.length * 600,
      ),
    obligations: (request) =>
      read(
        keyOf('obligations', request),
        {
          view: request,
          body: obligationsSql,
          values: [...daysOf(request), request.of ?? null, request.sources ?? null],
        },
        readObligations,
        (owed) => owed.length * 120,
      ),
    memberships: (request) =>
      read(
        keyOf('memberships', request),
        {
          view: request,
          body: membershipsSql,
          values: [...daysOf(request), request.of ?? null, request.sources ?? null],
        },
        readMemberships,
        (memberships) => memberships.length * 160,
      ),
    exercises: (request, statuses) =>
      read(
        keyOf('exercises', request, statuses),
        {
          view: request,
          body: exercisesSql,
          values: [statuses, ...yearsOf(request), request.of ?? null, request.sources ?? null],
        },
        readExercises,
        (exercises) => exercises.reduce((sum, { participants }) => sum + 100 + participants.length * 60, 0),
      ),
    events: (request) =>
      read(
        keyOf('events', request),
        {
          view: request,
          body: eventsSql,
          values: [
            request.from === Number.NEGATIVE_INFINITY ? null : formatDay(request.from),
            formatDay(request.to),
            request.of ?? null,
            request.sources ?? null,
          ],
        },
        readEvents,
        (events) =>
          events.reduce((sum, { actors, recipients }) => sum + 150 + (actors.length + recipients.length) * 60, 0),
      ),
    size: () => ({ name: 'measure data', entries: cache.size, bytes: cache.calculatedSize, maxBytes }),
  };
}
