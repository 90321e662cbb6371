// The referee: a second, naive implementation of the reader that tests compare it with. It runs operations with
// graphql-js and simple resolvers over all stored rows in memory. It shares only the codebook with the reader, so a
// difference is a bug in one of the two.
import { codebookName, type FactTypeName, ploverScoreOf, quadOf, upperSnake } from '@chancery/codebook';
import { buildRegisterSchema } from '@chancery/reader';
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
import { inForceReading, participants, partyStatus } from './agreements.ts';
import { factsLinkedBy, inverseLink, pageOfNodes } from './connections.ts';
import { bestGrade, corroborationOf, fieldStates, gradeOf } from './evidence.ts';
import { scoreOf } from './ladder.ts';
import { type Reference, resolveReference } from './references.ts';
import { type RegisterNode, RegisterState } from './register-state.ts';
import { changes, rootFields } from './roots.ts';
import { normalizeSearchText } from './search.ts';
import { spellFields } from './spells.ts';
import { loadSpellings, loadStored, type StoredRegister } from './stored.ts';
import { fieldValue } from './values.ts';

/** Executes operations over the stored rows, which it holds in memory. */
export interface Referee {
  readonly stored: StoredRegister;
  /**
   * Reads from Postgres how it folds the texts of an operation. To be called before `text`, if a filter or search has
   * texts.
   */
  readonly learnSpellings: (document: DocumentNode, variables?: unknown) => Promise<void>;
  /** Returns the response as JSON. */
  readonly text: (document: string | DocumentNode, variables?: Record<string, unknown>) => string;
}

const schema = buildRegisterSchema('public');

/**
 * Loads the register with its history, with a login that can read all columns, and returns a referee for it. `today` is the day on which spells are read by
 * default.
 */
export async function createReferee(pool: pg.Pool, today = '2026-11-23'): Promise<Referee> {
  const stored = await loadStored(pool);
  const present = new RegisterState(stored, today);
  return {
    stored,
    learnSpellings: (document, variables) =>
      loadSpellings(pool, stored, [...textsOf(document), ...textsWithin(variables)].flatMap(searchForms)),
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

const searchForms = (text: string) => [text, text.normalize('NFC'), normalizeSearchText(text)];

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
    const root = rootFields.get(info.fieldName);
    if (!root) throw new Error(`the referee does not implement the root field ${info.fieldName}`);
    return root(source, args as never);
  }
  return isRegisterNode(source)
    ? resolveNode(source, codebookName(info.parentType.name, info.fieldName), args)
    : defaultFieldResolver(source, args, context, info);
};

function isRegisterNode(value: unknown): value is RegisterNode {
  return typeof value === 'object' && value !== null && 'state' in value && value.state instanceof RegisterState;
}

function resolveNode(node: RegisterNode, name: string, args: Record<string, unknown>): unknown {
  if (name === 'id') return node.row.id;
  if (node.__typename !== 'Citation') {
    if (name === 'type') return upperSnake(node.__typename);
    if (name === 'label') return node.fact.label;
  }
  const value = fieldValue(node, name);
  if (value !== undefined) return value;
  const inverse = inverseLink(node, name);
  if (inverse) return pageOfNodes(inverse.type, factsLinkedBy(node, inverse), args);
  const compute = computedFields[`${node.__typename}.${name}`] ?? computedFields[`Fact.${name}`];
  if (!compute) throw new Error(`the referee does not implement ${node.__typename}.${name}`);
  return compute(node, args);
}

type ComputeField = (node: RegisterNode, args: Record<string, unknown>) => unknown;

/** The computed fields of facts and citations, by type and name; `Fact` stands for every fact type. */
export const computedFields: Readonly<Record<string, ComputeField>> = {
  'Citation.grade': gradeOf,
  'Fact.grade': (node) => bestGrade(node),
  'Fact.corroboration': (node) => corroborationOf(node),
  'Fact.fields': fieldStates,
  'Fact.batch': ({ fact, state }) => (fact.batch_id ? state.one('ImportBatch', fact.batch_id) : null),
  'Fact.batchLine': ({ fact }) => fact.batch_line,
  'Fact.changes': ({ row, state }, page) => changes(state, ({ fact }) => fact === row.id, page),
  'Event.quad': ({ row }) => quadOf(String(row.category)),
  'Event.plover': ({ row }) => ploverScoreOf(String(row.category), (row.modes ?? []) as string[]),
  'Event.goldstein': scoreOf,
  ...spellFields,
  'Agreement.inForce': (agreement, { on }) => inForceReading(agreement, (on ?? agreement.state.day) as string),
  'Agreement.participants': participants,
  'Agreement.partyStatus': (agreement, { of, on }) => {
    const actors: FactTypeName[] = ['State', 'Organization'];
    const day = (on ?? agreement.state.day) as string;
    const actor = of ? resolveReference(agreement.state, of as Reference, actors, day, 'ISO_A3') : null;
    return actor && partyStatus(agreement, actor, day);
  },
};
