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
import { awaitLater, type Queryable } from '../sql.ts';
import { indexStage, stage } from './stage.ts';

/**
 * Called as the work proceeds, with the phase and the numbers of operations done and in total. During `reading` the
 * total is not known yet and equals the number done.
 */
export type Progress = (
  phase: 'reading' | 'checking' | 'waiting' | 'applying' | 'recording',
  done: number,
  total: number,
) => void;

/** What is known of a changeset once its net operations are staged. `count` is the number of net operations. */
export interface PreparedChangeset {
  readonly outline: Outline;
  readonly count: number;
  /** SHA-256 over the net operations in the order of their facts, in hexadecimal. */
  readonly digest: string;
  /** Problems of operations that cannot be folded into net operations. */
  readonly problems: readonly Problem[];
}

/** Folds the operations of a version of a changeset, batch by batch, and stages the net operations. */
export async function prepare(
  client: Queryable,
  changesetId: string,
  version: number,
  progress: Progress = () => undefined,
): Promise<PreparedChangeset> {
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
    staging = awaitLater(
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
  await indexStage(client);
  return { outline, count, digest: hash.digest('hex'), problems };
}

/**
 * The findings of {@link checkStaged}: at most {@link maxProblems} problems, at most {@link maxProblems} conflicts, and
 * the number of all errors.
 */
export interface StagedFindings {
  readonly problems: Problem[];
  readonly conflicts: Conflict[];
  readonly errors: number;
}

/** The maximum number of problems, and of conflicts, that a check reports. */
export const maxProblems = 1_000;

/** The options of {@link checkStaged}. */
export interface CheckOptions {
  readonly progress?: Progress | undefined;
  /** Called with each batch and all problems that the rules find in it. */
  readonly onChecked?: (batch: readonly Operation[], problems: readonly Problem[]) => Promise<void>;
  /** By default all editorial rules. */
  readonly rules?: readonly Rule[];
}

/**
 * Checks the staged operations against the register, in batches that keep all operations on one fact together. Also
 * adds to the staged operations what is needed to undo them; see {@link recordPriorState}.
 */
export async function checkStaged(
  client: Queryable,
  { outline, count }: Pick<PreparedChangeset, 'outline' | 'count'>,
  { progress, onChecked, rules }: CheckOptions = {},
): Promise<StagedFindings> {
  const findings = { problems: [] as Problem[], conflicts: [] as Conflict[] };
  let errors = 0;
  let done = 0;
  for await (const batch of stagedByFact(client)) {
    const needs = needsOf(batch, rules);
    for (const operation of batch) if (operation.kind === 'retire') needs.citations.add(operation.fact);
    const context = await lookUp(client, needs);
    const { problems, conflicts } = check(batch, context, outline, rules);
    errors += problems.filter(({ severity }) => severity === 'error').length;
    findings.problems = limitProblems([...findings.problems, ...problems]);
    await onChecked?.(batch, problems);
    findings.conflicts.push(...conflicts.slice(0, maxProblems - findings.conflicts.length));
    await recordPriorState(client, batch, context);
    done += batch.length;
    progress?.('checking', done, count);
  }
  return { ...findings, errors };
}

/** Returns at most {@link maxProblems} problems. If some must be left out, keeps errors rather than warnings. */
function limitProblems(problems: Problem[]): Problem[] {
  if (problems.length <= maxProblems) return problems;
  const errors = problems.filter(({ severity }) => severity === 'error');
  return [...errors, ...problems.filter(({ severity }) => severity !== 'error')].slice(0, maxProblems);
}

async function* stagedByFact(client: Queryable): AsyncGenerator<Operation[]> {
  const read = (after: string) =>
    awaitLater(
      // WITH TIES keeps all operations on the last fact in the batch, however many there are.
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

/**
 * Adds to the payloads of staged operations what is needed to undo them: to a `retire` the values and citations of the
 * fact, to an `uncite` the values of the citation, and to a `restore` the reason and redirect of the retirement.
 */
async function recordPriorState(client: Queryable, batch: readonly Operation[], context: RuleContext): Promise<void> {
  const uncited = new Set(batch.flatMap((operation) => (operation.kind === 'uncite' ? [operation.citation] : [])));
  const notes: { fact_id: string; kind: string; citation_id?: string; note: Record<string, unknown> }[] = [];
  for (const operation of batch) {
    const { fact, kind } = operation;
    if (kind === 'retire') notes.push({ fact_id: fact, kind, note: { was: stateOf(fact, context, uncited) } });
    if (kind === 'restore') notes.push({ fact_id: fact, kind, note: { retired: retirementOf(context, fact) } });
    if (kind === 'uncite') {
      const stored = context.citations.get(fact)?.find(({ id }) => id === operation.citation);
      notes.push({
        fact_id: fact,
        kind,
        citation_id: operation.citation,
        note: { values: stored?.values ?? operation.values },
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

function retirementOf(context: RuleContext, fact: string): Record<string, unknown> {
  const { reason, redirectTo } = context.tombstones.get(fact) ?? {};
  return { reason, redirectTo };
}

function stateOf(fact: string, context: RuleContext, uncited: ReadonlySet<string>): Record<string, unknown> {
  const stored = context.facts.get(fact);
  const citations = (context.citations.get(fact) ?? []).filter(({ id }) => !uncited.has(id));
  return {
    values: stored?.values ?? {},
    batch: stored?.batch,
    citations: citations.map(({ id, values }) => ({ id, values })),
  };
}
