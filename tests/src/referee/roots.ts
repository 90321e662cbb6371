// The root fields, of the present register and of past ones.
import { factTypeNames, type TypeName, typeNames, typeOf, upperSnake } from '@chancery/codebook';
import { type ListArguments, list } from './connections.ts';
import { dyadOf } from './dyads.ts';
import { type Reference, referTo } from './references.ts';
import { RegisterState, type Thing } from './register-state.ts';
import { type SearchArguments, search } from './search.ts';
import { type PageArguments, pageOf } from './sorted-pages.ts';
import type { OperationRow, RevisionRow, Stored } from './stored.ts';

/** A root field: its value in a state of the register for its arguments. */
// The arguments of each are those of the schema; graphql-js has coerced them.
type Root = (state: RegisterState, args: never) => unknown;

/** The scheme of a code when nobody names one. */
const usualScheme: Partial<Record<TypeName, string>> = { State: 'ISO_A3', Organization: 'ABBREVIATION' };

/** The root fields by name. */
export const roots: ReadonlyMap<string, Root> = new Map<string, Root>([
  ...typeNames.flatMap((type): [string, Root][] => [
    [typeOf(type).one, one(type)],
    [typeOf(type).many, (state, args: ListArguments) => list(type, state.all(type), args)],
  ]),
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
  const usual = usualScheme[type];
  if (!usual || type === 'Citation') return (state, { id }: { id: string }) => state.one(type, id);
  return (state, { on, ...reference }: Reference & { on?: string | null }) =>
    referTo(state, reference, [type], on ?? state.day, usual);
}

function dyad(state: RegisterState, args: { a: Reference; b: Reference; on?: string | null }): unknown {
  const on = args.on ?? state.day;
  const [a, b] = [args.a, args.b].map((side) => referTo(state, side, ['State', 'Organization'], on, 'ISO_A3'));
  if (!a || !b) return null;
  const onDay = state.onDay(on);
  const [one, other] = [onDay.fact(a.row.id), onDay.fact(b.row.id)];
  return one && other && dyadOf(onDay, one, other, on);
}

function past(stored: Stored, { revision: number, time }: { revision?: number | null; time?: string | null }) {
  const found = stored.revisions
    .filter((row) => (typeof number === 'number' ? row.number === number : row.at <= String(time)))
    .sort((a, b) => b.number - a.number)[0];
  return found ? pastState(stored, found) : null;
}

const states = new WeakMap<RevisionRow, RegisterState>();
function pastState(stored: Stored, row: RevisionRow): RegisterState {
  const known = states.get(row) ?? new RegisterState(stored, row.at.slice(0, 10), row.number);
  states.set(row, known);
  return known;
}

function revision({ stored, revision: number }: RegisterState): unknown {
  const row = stored.revisions.find((each) => each.number === (number ?? stored.head.number));
  const empty = { ...stored.head, title: null, reverts: null, operations: 0 };
  return { __typename: 'Revision', ...(row ?? empty) };
}

function revisions(state: RegisterState, page: PageArguments): unknown {
  return pageOf(
    {
      rows: state.stored.revisions.filter(({ number }) => state.knows(number)),
      order: 'NUMBER_DESC',
      descending: true,
      keys: ({ number }) => [number],
      node: (row) => ({ __typename: 'Revision', ...row }),
    },
    page,
  );
}

const types = new Map<string, string>(factTypeNames.map((type) => [type, upperSnake(type)]));

/** What revisions did, of that which is asked for. */
export function changes(state: RegisterState, asked: (row: OperationRow) => boolean, page: PageArguments): unknown {
  const moment = new Map(state.stored.revisions.map(({ number, at }) => [number, at]));
  return pageOf(
    {
      rows: state.stored.operations.filter((row) => state.knows(row.revision) && asked(row)),
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
    redirectTo: redirected(state, row.redirect_to),
  };
}

/** The fact that stands at the end of a way of redirects. */
function redirected(state: RegisterState, id: unknown, steps = 1): Thing | null {
  if (id === null || steps > 20) return null;
  return state.fact(id) ?? redirected(state, state.table('tombstone').get(String(id))?.redirect_to ?? null, steps + 1);
}
