import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { Api, Ask } from './api.ts';

/** An import as the desk endpoint returns it. */
export interface ImportState {
  readonly id: string;
  readonly status: string;
  readonly problem: string | null;
  readonly done: number;
  readonly total: number;
  readonly counts: readonly { readonly outcome: string; readonly type: string | null; readonly rows: number }[];
  readonly source: { readonly key: string } | null;
  readonly changeset: {
    readonly id: string;
    readonly version: number;
    readonly title: string;
    readonly reason: string;
  } | null;
}

/** A row of an import, as the desk endpoint returns it. */
export interface ImportRowState {
  readonly line: number | null;
  readonly outcome: string;
  readonly type: string | null;
  readonly key: string | null;
  readonly label: string;
  readonly fact: string | null;
  readonly message: string | null;
  readonly question: string | null;
  readonly changes: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
  readonly candidates: readonly { readonly fact: string; readonly label: string; readonly score: number }[];
}

const importFields =
  'id status problem done total counts { outcome type rows } source { key } changeset { id version title reason }';

/** Uploads a file to the import `into`, or to a new import, and returns the HTTP response. */
export function upload(
  { url, cookie, into }: { readonly url: string; readonly cookie?: string; readonly into?: string },
  name: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const search = new URLSearchParams({ name, ...(into === undefined ? {} : { import: into }) });
  return fetch(`${url}/desk/imports/files?${search}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...(cookie === undefined ? {} : { cookie }), ...headers },
    body,
  });
}

/** Runs imports as one user. The methods are named so that calls read as sentences: `ana.checks(id)`. */
export class ImportClient {
  readonly #ask: Ask;
  readonly #session: { readonly url: string; readonly cookie: string };

  constructor(url: string, { ask, cookie }: { readonly ask: Ask; readonly cookie: string }) {
    this.#ask = ask;
    this.#session = { url, cookie };
  }

  /** Uploads files and starts the recognition of their source. Returns the id of the import. */
  async uploads(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
    let into: string | undefined;
    for (const [name, body] of Object.entries(files)) {
      const answer = await upload({ ...this.#session, ...(into === undefined ? {} : { into }) }, name, body);
      if (answer.status !== 201) throw new Error(`${name} was not uploaded: ${await answer.text()}`);
      into = ((await answer.json()) as { import: string }).import;
    }
    if (into === undefined) throw new Error('there is no file to upload; give at least one');
    await this.does('recogniseImport', into);
    return into;
  }

  /** Runs a mutation on an import, with `rest` as further arguments, and returns the type name of its outcome. */
  async does(mutation: string, id: string, rest = ''): Promise<string> {
    const { data, text } = await this.#ask(
      `mutation ($id: ID!) { it: ${mutation}(import: $id${rest}) { __typename } }`,
      { id },
    );
    const { it } = data as { it?: { __typename: string } };
    if (!it) throw new Error(`${mutation} failed: ${text}`);
    return it.__typename;
  }

  /** Starts a check, waits until it has ended, and returns the import. */
  async checks(id: string): Promise<ImportState> {
    await this.does('checkImport', id);
    return this.waitsForEnd(id);
  }

  /**
   * Starts to write the changeset, with `rest` as further arguments of the mutation, waits until the job has ended, and
   * returns the import.
   */
  async writes(id: string, rest = ''): Promise<ImportState> {
    await this.does('writeImport', id, rest);
    return this.waitsForEnd(id);
  }

  /** Returns the import as it is now. */
  async looksAt(id: string): Promise<ImportState> {
    const { data, text } = await this.#ask(`query ($id: ID!) { import(id: $id) { ${importFields} } }`, { id });
    const found = (data as { import?: ImportState }).import;
    if (!found) throw new Error(`there is no import ${id}: ${text}`);
    return found;
  }

  /** Waits until the import is neither being checked nor written, and returns it. */
  async waitsForEnd(id: string): Promise<ImportState> {
    for (;;) {
      const now = await this.looksAt(id);
      if (now.status !== 'CHECKING' && now.status !== 'WRITING') return now;
      await sleep(50);
    }
  }

  /** Returns the first 100 rows with the given outcome. */
  async sees(id: string, outcome: string): Promise<ImportRowState[]> {
    const { data, text } = await this.#ask(
      `query ($id: ID!) { import(id: $id) { rows(outcome: [${outcome}], first: 100) { nodes {
         line outcome type key label fact message question changes { field from to } candidates { fact label score } } } } }`,
      { id },
    );
    const found = (data as { import?: { rows: { nodes: ImportRowState[] } } }).import;
    if (!found) throw new Error(`there is no import ${id}: ${text}`);
    return found.rows.nodes;
  }
}

/**
 * Returns the counts of an import with keys such as `CREATE STATE`, or `ERROR LINE` for rows without a type. Leaves out
 * the source and its batches.
 */
export function countsOf({ counts }: Pick<ImportState, 'counts'>): Record<string, number> {
  return Object.fromEntries(
    counts
      .filter(({ type }) => type !== 'SOURCE' && type !== 'IMPORT_BATCH')
      .map(({ outcome, type, rows }) => [`${outcome} ${type ?? 'LINE'}`, rows]),
  );
}

/** Submits the changeset that an import of `author` has written, and merges it as an editor; returns the revision. */
export async function mergeWritten(
  api: Pick<Api, 'desk' | 'people'>,
  author: { readonly ask: Ask },
  { changeset }: ImportState,
): Promise<number> {
  if (!changeset) throw new Error('the import has no changeset');
  const { data } = await author.ask(
    `mutation { submitChangeset(changeset: "${changeset.id}", version: ${changeset.version}) { __typename ... on Refused { problems { message } } } }`,
  );
  expect(data).toEqual({ submitChangeset: { __typename: 'Submitted' } });
  const found = await api.desk.desk.query('SELECT sealed_version AS sealed FROM desk.changeset WHERE id = $1', [
    changeset.id,
  ]);
  const standing = { ...changeset, sealedVersion: found.rows[0].sealed } as never;
  expect(await api.people.EDITOR.approves(standing)).toMatchObject({ outcome: 'reviewed' });
  const outcome = await api.people.EDITOR.merges(standing);
  if (outcome.outcome !== 'merged') throw new Error(`the changeset was not merged: ${JSON.stringify(outcome)}`);
  return outcome.revision;
}
