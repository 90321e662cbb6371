import { createHash } from 'node:crypto';
import {
  type Conflict,
  check,
  needsOf,
  net,
  type Operation,
  Outline,
  type Problem,
  type Rule,
  type RuleContext,
} from '@chancery/changesets';
import { batchSize, operationOf, operationsByFact, type Payload } from '../draft/read-operations.ts';
import { lookUp } from '../register/look-up.ts';
import { ahead, type Queryable } from '../sql.ts';
import { stage, stageIsFull } from './stage.ts';

/** Told as work goes on: the phase, how much is done and of how much. */
export type Progress = (
  phase: 'reading' | 'checking' | 'waiting' | 'applying' | 'recording',
  done: number,
  total: number,
) => void;

/** A changeset whose net operations are on the stage. */
export interface Prepared {
  readonly outline: Outline;
  readonly count: number;
  /** SHA-256 over the net operations in the order of their facts. */
  readonly digest: string;
  /** Operations that do not fold. */
  readonly problems: readonly Problem[];
}

/** Folds the operations of a version of a changeset, batch by batch, and puts the net operations on the stage. */
export async function prepare(
  client: Queryable,
  changesetId: string,
  version: number,
  progress: Progress = () => undefined,
): Promise<Prepared> {
  const outline = new Outline();
  const problems: Problem[] = [];
  const hash = createHash('sha256');
  let count = 0;
  let staging: Promise<void> = Promise.resolve();
  for await (const batch of operationsByFact(client, changesetId, version)) {
    const folded = net(batch.map(({ operation }) => operation));
    problems.push(...folded.problems);
    const ordinals = new Map(batch.map(({ ordinal, operation }) => [operation.id, ordinal]));
    await staging;
    staging = ahead(
      stage(
        client,
        folded.operations.map((operation) => ({ ordinal: ordinals.get(operation.id) ?? 0, operation })),
      ),
    );
    for (const operation of folded.operations) {
      outline.add(operation);
      hash.update(JSON.stringify(operation));
    }
    count += folded.operations.length;
    progress('reading', count, count);
  }
  await staging;
  await stageIsFull(client);
  return { outline, count, digest: hash.digest('hex'), problems };
}

/** What the check of staged operations found; of a large changeset the first problems, with their whole number. */
export interface StagedFindings {
  readonly problems: Problem[];
  readonly conflicts: Conflict[];
  readonly errors: number;
}

/** How many problems of a changeset are told. */
export const maxProblems = 1_000;

/** How staged operations are checked. */
export interface CheckOptions {
  readonly progress?: Progress | undefined;
  /** Is told all that the rules find, batch by batch. */
  readonly note?: (batch: readonly Operation[], problems: readonly Problem[]) => Promise<void>;
  /** By default all editorial rules. */
  readonly rules?: readonly Rule[];
}

/**
 * Checks what is on the stage against the register, batch by batch, all operations on one fact in one batch, and notes on
 * retirements and restorations what they take away and undo.
 */
export async function checkStaged(
  client: Queryable,
  { outline, count }: Pick<Prepared, 'outline' | 'count'>,
  { progress, note, rules }: CheckOptions = {},
): Promise<StagedFindings> {
  const findings = { problems: [] as Problem[], conflicts: [] as Conflict[] };
  let errors = 0;
  let done = 0;
  for await (const batch of stagedByFact(client)) {
    const needs = needsOf(batch, rules);
    for (const operation of batch) if (operation.kind === 'retire') needs.citations.add(operation.fact);
    const known = await lookUp(client, needs);
    const found = check(batch, known, outline, rules);
    errors += found.problems.filter(({ severity }) => severity === 'error').length;
    findings.problems = firstOf([...findings.problems, ...found.problems]);
    await note?.(batch, found.problems);
    findings.conflicts.push(...found.conflicts.slice(0, maxProblems - findings.conflicts.length));
    await noteWhatWas(client, batch, known);
    done += batch.length;
    progress?.('checking', done, count);
  }
  return { ...findings, errors };
}

/** The problems that are kept: where there are too many, no warning takes the place of an error. */
function firstOf(problems: Problem[]): Problem[] {
  if (problems.length <= maxProblems) return problems;
  const errors = problems.filter(({ severity }) => severity === 'error');
  return [...errors, ...problems.filter(({ severity }) => severity !== 'error')].slice(0, maxProblems);
}

async function* stagedByFact(client: Queryable): AsyncGenerator<Operation[]> {
  const read = (after: string) =>
    ahead(
      // All operations on the last fact come with the batch, however many they are.
      client.query<{ kind: string; type: string; fact: string; payload: Payload & { id: string } }>(
        `SELECT kind, type, fact_id AS fact, payload FROM (
           SELECT * FROM pg_temp.staged WHERE fact_id > $1 ORDER BY fact_id FETCH FIRST ${batchSize} ROWS WITH TIES) s
         ORDER BY fact_id, ordinal`,
        [after],
      ),
    );
  let next = read('');
  for (;;) {
    const { rows } = await next;
    const last = rows.at(-1);
    if (!last) return;
    next = read(last.fact);
    yield rows.map(({ payload, ...row }) => operationOf({ ...row, id: payload.id, payload }));
  }
}

/** Writes onto staged retirements and uncitings what they take away, and onto restorations the retirement that they undo. */
async function noteWhatWas(client: Queryable, batch: readonly Operation[], known: RuleContext): Promise<void> {
  const uncited = new Set(batch.flatMap((operation) => (operation.kind === 'uncite' ? [operation.citation] : [])));
  const notes: { fact_id: string; kind: string; citation_id?: string; note: Record<string, unknown> }[] = [];
  for (const operation of batch) {
    const { fact, kind } = operation;
    if (kind === 'retire') notes.push({ fact_id: fact, kind, note: { was: stateOf(fact, known, uncited) } });
    if (kind === 'restore') notes.push({ fact_id: fact, kind, note: { retired: retirementOf(known, fact) } });
    if (kind === 'uncite') {
      const standing = known.citations.get(fact)?.find(({ id }) => id === operation.citation);
      notes.push({
        fact_id: fact,
        kind,
        citation_id: operation.citation,
        note: { values: standing?.values ?? operation.values },
      });
    }
  }
  if (notes.length === 0) return;
  await client.query(
    `UPDATE pg_temp.staged s SET payload = s.payload || n.note
     FROM jsonb_to_recordset($1) AS n (fact_id text, kind text, citation_id text, note jsonb)
     WHERE s.fact_id = n.fact_id AND s.kind = n.kind AND s.citation_id IS NOT DISTINCT FROM n.citation_id`,
    [JSON.stringify(notes)],
  );
}

function retirementOf(known: RuleContext, fact: string): Record<string, unknown> {
  const { reason, redirectTo } = known.tombstones.get(fact) ?? {};
  return { reason, redirectTo };
}

function stateOf(fact: string, known: RuleContext, uncited: ReadonlySet<string>): Record<string, unknown> {
  const standing = known.facts.get(fact);
  const citations = (known.citations.get(fact) ?? []).filter(({ id }) => !uncited.has(id));
  return {
    values: standing?.values ?? {},
    batch: standing?.batch,
    citations: citations.map(({ id, values }) => ({ id, values })),
  };
}
