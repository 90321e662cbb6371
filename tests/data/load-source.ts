import { type ForegroundImportResult, importInForeground } from '@chancery/api';
import { newDeskId } from '@chancery/codebook';
import type { Importer } from '@chancery/importers';
import { publishedFile } from '@chancery/importers/testing';
import * as ledger from '@chancery/ledger';
import type { DeskClient } from '@chancery/prisma/desk';
import type pg from 'pg';
import { answers } from './answers.ts';

/** The connections to a register, and the ids of a user who writes changesets and of one who reviews them. */
export interface Register {
  readonly desk: pg.Pool;
  readonly writer: pg.Pool;
  readonly owner: pg.Pool;
  readonly client: DeskClient;
  readonly people: { readonly author: string; readonly reviewer: string };
}

/** The outcome of importing a source, to be compared with its manifest. */
export interface LoadedSource {
  readonly imported: ForegroundImportResult;
  /** The outcome with which the ledger refused the changeset, as JSON; `undefined` if it did not refuse it. */
  readonly refusal: string | undefined;
  /** How many operations of each kind and type were merged; empty if nothing was. */
  readonly merged: readonly { readonly kind: string; readonly type: string; readonly count: number }[];
  /** The questions that are still open, each with the number of rows that raise it, the most frequent first. */
  readonly questions: readonly {
    readonly question: string;
    readonly rows: number;
    readonly message: string;
    readonly candidates: string | null;
  }[];
  /** Rows that were not imported: the first three of each outcome and type. */
  readonly notImported: readonly { readonly outcome: string; readonly type: string; readonly row: string }[];
  /** Measurements, as lines to print. */
  readonly lines: readonly string[];
}

/** Imports a source: stores answers to its questions, checks it, writes its changeset, and reviews and merges that. */
export async function loadSource(importer: Importer, register: Register): Promise<LoadedSource> {
  const { manifest } = importer;
  const { desk, client, people } = register;
  await storeAnswers(manifest.key, register);
  const stopWatching = watchMemory();
  const phases: [phase: string, since: number][] = [];
  const enter = (phase: string) => {
    if (phases.at(-1)?.[0] !== phase) phases.push([phase, Date.now()]);
  };
  enter('check');
  const imported = await importInForeground({
    ...{ desk, client, by: people.author, source: manifest.key },
    files: manifest.files.map(({ name }) => publishedFile(name)),
    progress: (phase) => enter(phase === 'writing' ? 'write' : 'check'),
  });
  const revision = await submitAndMerge(imported, register, enter);
  enter('end');
  const peak = stopWatching();
  const seconds = phases
    .slice(0, -1)
    .map(([phase, since], index) => `${phase} ${(((phases[index + 1]?.[1] ?? since) - since) / 1_000).toFixed(1)} s`);
  const total = ((phases.at(-1)?.[1] ?? 0) - (phases[0]?.[1] ?? 0)) / 1_000;
  const warned = await warnings(register.owner, imported);
  const counts = (imported.written ?? []).map(({ outcome, type, rows }) => `${rows} ${outcome} ${type ?? 'line'}`);
  return {
    imported,
    refusal: typeof revision === 'string' ? revision : undefined,
    merged: typeof revision === 'number' ? await mergedOperations(register.owner, revision) : [],
    questions: await openQuestions(register.owner, imported.id),
    notImported: await notImported(register.owner, imported.id),
    lines: [
      `${manifest.key}: ${imported.rowsRead} rows, ${Math.round(imported.rowsRead / Math.max(total, 0.001))} rows a second`,
      `         ${seconds.join(', ')}; at most ${Math.round(peak / 1e6)} MB`,
      `         ${counts.join(', ')}`,
      ...(warned.length > 0 ? [`         with warnings: ${warned.join(', ')}`] : []),
    ],
  };
}

/**
 * Stores the prepared answers to the questions of a source. Logs and skips answers whose codes do not identify exactly
 * one fact.
 */
async function storeAnswers(source: string, { client, owner, people }: Register): Promise<void> {
  for (const { question, code } of answers[source] ?? []) {
    const { rows } = code
      ? await owner.query<{ id: string }>(
          'SELECT DISTINCT of_id AS id FROM register.external_code WHERE scheme = $1 AND value = $2',
          [code.scheme, code.value],
        )
      : { rows: [{ id: null }] };
    const [fact] = rows;
    if (!fact || rows.length > 1) {
      console.log(`${source}: the answer to “${question}” matches ${rows.length} facts and is ignored`);
      continue;
    }
    await client.importAnswer.create({ data: { source, key: question, factId: fact.id, by: people.author } });
  }
}

/**
 * Submits a changeset, reviews it as another user and merges it. Returns the number of its revision; if the ledger
 * refused it, the outcome as JSON; if the import has no changes, `undefined`.
 */
async function submitAndMerge(
  { changeset, written }: ForegroundImportResult,
  { writer, people: { author, reviewer } }: Register,
  enter: (phase: string) => void,
): Promise<number | string | undefined> {
  const hasChanges = written?.some(({ outcome }) => ['CREATE', 'UPDATE', 'CITED'].includes(outcome));
  if (!changeset || !hasChanges) return undefined;
  enter('submit');
  const submitted = await ledger.submit(writer, changeset.id, { by: author });
  if (submitted.outcome !== 'submitted') return describe(submitted);
  const version = submitted.changeset.sealedVersion ?? submitted.changeset.version;
  const verdict = { id: newDeskId('review'), by: reviewer, version, verdict: 'APPROVE', body: '' } as const;
  const reviewed = await ledger.review(writer, changeset.id, verdict);
  if (reviewed.outcome !== 'reviewed') return describe(reviewed);
  enter('merge');
  const merged = await ledger.merge(writer, changeset.id, { by: reviewer });
  return merged.outcome === 'merged' ? merged.revision : describe(merged);
}

const describe = (outcome: unknown) => JSON.stringify(outcome).slice(0, 2_000);

async function mergedOperations(owner: pg.Pool, revision: number): Promise<LoadedSource['merged']> {
  const { rows } = await owner.query<LoadedSource['merged'][number]>(
    'SELECT kind, type, count(*)::int AS count FROM ledger.operation WHERE revision = $1 GROUP BY kind, type',
    [revision],
  );
  return rows;
}

/** Returns a text for each type and rule, with the number of facts that the rule warned about. */
async function warnings(owner: pg.Pool, { changeset }: ForegroundImportResult): Promise<string[]> {
  const { rows } = await owner.query<{ warned: string }>(
    `SELECT count(DISTINCT fact_id) || ' ' || type || ' (' || code || ')' AS warned FROM ledger.finding
     WHERE changeset_id = $1 GROUP BY type, code ORDER BY type, code`,
    [changeset?.id],
  );
  return rows.map(({ warned }) => warned);
}

async function openQuestions(owner: pg.Pool, importId: string): Promise<LoadedSource['questions']> {
  const { rows } = await owner.query<LoadedSource['questions'][number]>(
    `SELECT detail ->> 'question' AS question, count(*)::int AS rows, min(message) AS message,
       min((SELECT string_agg(concat(c ->> 'label', ' ', c ->> 'score'), ', ') FROM jsonb_array_elements(detail -> 'candidates') c)) AS candidates FROM desk.import_row
     WHERE import_id = $1 AND detail ? 'question' GROUP BY 1 ORDER BY 2 DESC, 1`,
    [importId],
  );
  return rows;
}

async function notImported(owner: pg.Pool, importId: string): Promise<LoadedSource['notImported']> {
  const { rows } = await owner.query<LoadedSource['notImported'][number]>(
    `SELECT outcome, type, row FROM (
       SELECT outcome, type, concat_ws(' ', file, line, label, message, detail -> 'changes') AS row, row_number() OVER (PARTITION BY outcome, type ORDER BY ordinal) AS nth
       FROM desk.import_row WHERE import_id = $1 AND outcome IN ('CONFLICT', 'DOUBTFUL', 'ERROR', 'LEFT') AND type IS NOT NULL) r
     WHERE nth <= 3 ORDER BY outcome, type, nth`,
    [importId],
  );
  return rows;
}

/** Watches the memory of the process. The returned function stops watching and returns the peak in bytes. */
function watchMemory(): () => number {
  let peak = 0;
  const sample = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(sample, 100);
  return () => {
    clearInterval(timer);
    sample();
    return peak;
  };
}
