import { callDesk } from '../../endpoints/call-desk.ts';
import type { DeskError } from '../../endpoints/desk-answer.ts';
import { type WorkChangesetFragment, WorkFactsDocument } from '../../generated/desk/graphql.ts';
import type { ServerFact } from './draft.ts';
import { toOperation, toPublishedFact } from './operation-conversion.ts';
import { texts } from './texts.tsx';

/**
 * Loading stops after the page that reaches this number of facts. The changeset of an import can have more. The review
 * screen shows all of them page by page.
 */
const maxFacts = 1_000;

/** A changeset as the server has it. */
export interface LoadedChangeset {
  readonly changeset: WorkChangesetFragment;
  /** The loaded facts that the changeset changes, by id. */
  readonly serverFacts: ReadonlyMap<string, ServerFact>;
  /** The labels of these facts, by id. */
  readonly labels: ReadonlyMap<string, string>;
  /** True when the changeset has more facts than were loaded. */
  readonly isPartial: boolean;
}

/**
 * Loads a changeset and the facts that it changes, page by page, up to about `maxFacts`. Returns an error if a request
 * fails, if there is no such changeset, or if `person` is not its author.
 */
export async function loadChangeset(
  id: string,
  person: string,
): Promise<LoadedChangeset | { readonly error: DeskError }> {
  const serverFacts = new Map<string, ServerFact>();
  const labels = new Map<string, string>();
  let after: string | undefined;
  for (;;) {
    const answer = await callDesk(WorkFactsDocument, { id, ...(after ? { after } : {}) });
    if (!answer.ok) return { error: answer.error };
    const { changeset } = answer.data;
    if (!changeset || changeset.author?.id !== person)
      return { error: { code: 'REFUSED', message: texts.alerts.notTheAuthor } };
    for (const { fact, label, operations, standing } of changeset.facts.nodes) {
      serverFacts.set(fact, {
        ...(standing ? { published: toPublishedFact(standing) } : {}),
        operations: operations.map(toOperation),
      });
      labels.set(fact, label);
    }
    after = changeset.facts.endCursor ?? undefined;
    const { hasNextPage } = changeset.facts;
    if (!hasNextPage || serverFacts.size >= maxFacts) return { changeset, serverFacts, labels, isPartial: hasNextPage };
  }
}
