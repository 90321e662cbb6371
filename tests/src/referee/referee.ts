// The referee: answers operations over the stored rows with graphql-js and resolvers as plain as can be. It shares the
// codebook with the reader and nothing else; where the two disagree, one of them is wrong.
import { type FactTypeName, ploverOf, quadOf, upperSnake } from '@chancery/codebook';
import { registerSchema } from '@chancery/reader';
import {
  type DocumentNode,
  defaultFieldResolver,
  executeSync,
  type GraphQLFieldResolver,
  Kind,
  parse,
  visit,
} from 'graphql';
import type pg from 'pg';
import { inForce, participants, partyStatus } from './agreements.ts';
import { list, pointingAt, wayBack } from './connections.ts';
import { bestGrade, fieldStates, gradeOf, groupsOf } from './evidence.ts';
import { scoreOf } from './ladder.ts';
import { type Reference, referTo } from './references.ts';
import { RegisterState, type Thing } from './register-state.ts';
import { changes, roots } from './roots.ts';
import { searchText } from './search.ts';
import { spellFields } from './spells.ts';
import { learn, loadStored, type Stored } from './stored.ts';
import { fieldValue } from './values.ts';

/** Answers operations, as naively as possible. */
export interface Referee {
  readonly stored: Stored;
  /** Learns how Postgres spells the texts of an operation; to be done before it is answered. */
  readonly study: (document: DocumentNode, variables?: unknown) => Promise<void>;
  /** The text of the answer. */
  readonly text: (document: string | DocumentNode, variables?: Record<string, unknown>) => string;
}

const schema = registerSchema('public');

/** Makes a referee of a register as it is stored now. */
export async function createReferee(pool: pg.Pool, today = '2026-11-23'): Promise<Referee> {
  const stored = await loadStored(pool);
  const present = new RegisterState(stored, today);
  return {
    stored,
    study: (document, variables) =>
      learn(pool, stored, [...textsOf(document), ...textsWithin(variables)].flatMap(spelt)),
    text: (document, variableValues = {}) =>
      JSON.stringify(
        executeSync({
          schema,
          document: typeof document === 'string' ? parse(document) : document,
          variableValues,
          rootValue: present,
          fieldResolver: resolveField,
        }),
      ),
  };
}

const spelt = (text: string) => [text, text.normalize('NFC'), searchText(text)];

function textsOf(document: DocumentNode): string[] {
  const texts: string[] = [];
  visit(document, {
    [Kind.STRING]({ value }) {
      texts.push(value);
    },
  });
  return texts;
}

function textsWithin(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsWithin) : [];
}

const resolveField: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
  if (source instanceof RegisterState) {
    const root = roots.get(info.fieldName);
    if (!root) throw new Error(`the referee does not know the root field ${info.fieldName}`);
    return root(source, args as never);
  }
  return isThing(source)
    ? resolveThing(source, info.fieldName, args)
    : defaultFieldResolver(source, args, context, info);
};

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && 'state' in value && value.state instanceof RegisterState;
}

function resolveThing(thing: Thing, name: string, args: Record<string, unknown>): unknown {
  if (name === 'id') return thing.row.id;
  if (thing.__typename !== 'Citation') {
    if (name === 'type') return upperSnake(thing.__typename);
    if (name === 'label') return thing.fact.label;
  }
  const value = fieldValue(thing, name);
  if (value !== undefined) return value;
  const back = wayBack(thing, name);
  if (back) return list(back.type, pointingAt(thing, back), args);
  const derive = derived[`${thing.__typename}.${name}`] ?? derived[`Fact.${name}`];
  if (!derive) throw new Error(`the referee does not know ${thing.__typename}.${name}`);
  return derive(thing, args);
}

const derived: Readonly<Record<string, (thing: Thing, args: Record<string, unknown>) => unknown>> = {
  'Citation.grade': gradeOf,
  'Fact.grade': (thing) => bestGrade(thing),
  'Fact.corroboration': (thing) => groupsOf(thing),
  'Fact.fields': fieldStates,
  'Fact.batch': ({ fact, state }) => (fact.batch_id ? state.one('ImportBatch', fact.batch_id) : null),
  'Fact.batchLine': ({ fact }) => fact.batch_line,
  'Fact.changes': ({ row, state }, page) => changes(state, ({ fact }) => fact === row.id, page),
  'Event.quad': ({ row }) => quadOf(String(row.category)),
  'Event.plover': ({ row }) => ploverOf(String(row.category), (row.modes ?? []) as string[]),
  'Event.goldstein': scoreOf,
  ...spellFields,
  'Agreement.inForce': (agreement, { on }) => inForce(agreement, (on ?? agreement.state.day) as string),
  'Agreement.participants': participants,
  'Agreement.partyStatus': (agreement, { of, on }) => {
    const actors: FactTypeName[] = ['State', 'Organization'];
    const day = (on ?? agreement.state.day) as string;
    const actor = of ? referTo(agreement.state, of as Reference, actors, day, 'ISO_A3') : null;
    return actor && partyStatus(agreement, actor, day);
  },
};
