// The root fields, at the head and at past revisions.
import { factTypeNames, type TypeName, typeNames, typeOf, upperSnake } from '@chancery/codebook';
import { type ListArguments, pageOfNodes } from './connections.ts';
import { dyadOf } from './dyads.ts';
import { type Reference, resolveReference } from './references.ts';
import { type RegisterNode, RegisterState } from './register-state.ts';
import { type SearchArguments, search } from './search.ts';
import { type PageArguments, pageOf } from './sorted-pages.ts';
import type { OperationRow, RevisionRow, StoredRegister } from './stored.ts';

/** Resolves a root field in a state of the register. graphql-js has already coerced the arguments. */
type Root = (state: RegisterState, args: never) => unknown;

/** The scheme of codes that are given without one, by the type that they identify. */
const defaultScheme: Partial<Record<TypeName, string>> = { State: 'ISO_A3', Organization: 'ABBREVIATION' };

/** The resolvers of the root fields, by name. */
export const rootFields: ReadonlyMap<string, Root> = new Map<string, Root>([
  ...typeNames.flatMap((type) =>
    [typeOf(type), ...[typeOf(type).deprecatedRoots ?? []].flat()].flatMap((names): [string, Root][] => [
      [names.one, one(type)],
      [names.many, (state, args: ListArguments) => pageOfNodes(type, state.all(type), args)],
    ]),
  ),
  ['node', (state, { id }: { id: string }) => state.fact(id) ?? state.one('Citation', id) ?? tombstone(state, id)],
  ['dyad', dyad],
  ['search', (state, args: SearchArguments) => search(state, args)],
  ['revision', revision],
  ['revisions', revisions],
  [
    'changes',
    (state, { since, ...page }: PageArguments & { since: number }) =>
      changes(state, ({ revision: number }) => number > since, page),
  ],
  ['at', ({ stored }, args: { revision?: number | null; time?: string | null }) => past(stored, args)],
]);

function one(type: TypeName): Root {
  const scheme = defaultScheme[type];
  if (!scheme || type === 'Citation') return (state, { id }: { id: string }) => state.one(type, id);
  return (state, { on, ...reference }: Reference & { on?: string | null }) =>
    resolveReference(state, reference, [type], on ?? state.day, scheme);
}

function dyad(state: RegisterState, args: { a: Reference; b: Reference; on?: string | null }): unknown {
  const on = args.on ?? state.day;
  const [a, b] = [args.a, args.b].map((side) => resolveReference(state, side, ['State', 'Organization'], on, 'ISO_A3'));
  if (!a || !b) return null;
  const onDay = state.onDay(on);
  const [one, other] = [onDay.fact(a.row.id), onDay.fact(b.row.id)];
  return one && other && dyadOf(onDay, one, other, on);
}

function past(stored: StoredRegister, { revision: number, time }: { revision?: number | null; time?: string | null }) {
  const found = stored.revisions
    .filter((row) => (typeof number === 'number' ? row.number === number : row.at <= String(time)))
    .sort((a, b) => b.number - a.number)[0];
  return found ? pastState(stored, found) : null;
}

const states = new WeakMap<RevisionRow, RegisterState>();
function pastState(stored: StoredRegister, row: RevisionRow): RegisterState {
  const state = states.get(row) ?? new RegisterState(stored, row.at.slice(0, 10), row.number);
  states.set(row, state);
  return state;
}

function revision({ stored, revision: number }: RegisterState): unknown {
  const row = stored.revisions.find((candidate) => candidate.number === (number ?? stored.head.number));
  const empty = { ...stored.head, title: null, reverts: null, operations: 0 };
  return { __typename: 'Revision', ...(row ?? empty) };
}

function revisions(state: RegisterState, page: PageArguments): unknown {
  return pageOf(
    {
      rows: state.stored.revisions.filter(({ number }) => state.includes(number)),
      order: 'NUMBER_DESC',
      descending: true,
      keys: ({ number }) => [number],
      node: (row) => ({ __typename: 'Revision', ...row }),
    },
    page,
  );
}

const types = new Map<string, string>(factTypeNames.map((type) => [type, upperSnake(type)]));

/** Returns a page of the changes up to a state of the register for which `isIncluded` is true. */
export function changes(
  state: RegisterState,
  isIncluded: (row: OperationRow) => boolean,
  page: PageArguments,
): unknown {
  const moment = new Map(state.stored.revisions.map(({ number, at }) => [number, at]));
  return pageOf(
    {
      rows: state.stored.operations.filter((row) => state.includes(row.revision) && isIncluded(row)),
      order: 'REVISION',
      descending: false,
      keys: (row) => [row.revision, row.ordinal],
      node: ({ revision: number, ordinal, kind, type, fact }) => ({
        __typename: 'Change',
        ...{ revision: number, at: moment.get(number), ordinal, kind: kind.toUpperCase() },
        ...{ type: types.get(type), factId: fact },
      }),
    },
    page,
  );
}

function tombstone(state: RegisterState, id: string): unknown {
  const row = state.table('tombstone').get(id);
  if (!row) return null;
  return {
    __typename: 'Tombstone',
    ...{ id, type: types.get(String(row.type)), label: row.label, reason: row.reason },
    revision: Math.max(
      ...state.stored.operations.flatMap(({ fact, kind, revision }) =>
        fact === id && kind === 'retire' && state.includes(revision) ? [revision] : [],
      ),
    ),
    redirectTo: endOfRedirects(state, row.redirect_to),
  };
}

/** Returns the fact at the end of a chain of redirects, or null if the chain ends without a fact or after 20 steps. */
function endOfRedirects(state: RegisterState, id: unknown, steps = 1): RegisterNode | null {
  if (id === null || steps > 20) return null;
  return (
    state.fact(id) ?? endOfRedirects(state, state.table('tombstone').get(String(id))?.redirect_to ?? null, steps + 1)
  );
}
