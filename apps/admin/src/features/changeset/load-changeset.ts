import { askDesk } from '../../doors/ask-desk.ts';
import type { DeskError } from '../../doors/desk-answer.ts';
import { type WorkChangesetFragment, WorkFactsDocument } from '../../generated/desk/graphql.ts';
import type { Known } from './draft.ts';
import { readOperation, readStanding } from './operation-parts.ts';

/** How many facts of a changeset are held in the browser: an import has more, and is looked at page by page elsewhere. */
const mostFacts = 1_000;

/** A changeset as the server has it. */
interface LoadedChangeset {
  readonly changeset: WorkChangesetFragment;
  /** What it makes of facts, by their ids. */
  readonly known: ReadonlyMap<string, Known>;
  /** What these facts are called. */
  readonly labels: ReadonlyMap<string, string>;
  /** More facts than are held in the browser. */
  readonly isPartial: boolean;
}

/** Reads a changeset of a person and what it makes of facts, page by page. */
export async function loadChangeset(
  id: string,
  person: string,
): Promise<LoadedChangeset | { readonly fault: DeskError }> {
  const known = new Map<string, Known>();
  const labels = new Map<string, string>();
  let after: string | undefined;
  for (;;) {
    const answer = await askDesk(WorkFactsDocument, { id, ...(after ? { after } : {}) });
    if (!answer.ok) return { fault: answer.fault };
    const { changeset } = answer.data;
    if (!changeset || changeset.author?.id !== person)
      return { fault: { code: 'REFUSED', message: 'This changeset is not yours.' } };
    for (const { fact, label, operations, standing } of changeset.facts.nodes) {
      known.set(fact, {
        ...(standing ? { standing: readStanding(standing) } : {}),
        operations: operations.map(readOperation),
      });
      labels.set(fact, label);
    }
    after = changeset.facts.endCursor ?? undefined;
    const { hasNextPage } = changeset.facts;
    if (!hasNextPage || known.size >= mostFacts) return { changeset, known, labels, isPartial: hasNextPage };
  }
}
