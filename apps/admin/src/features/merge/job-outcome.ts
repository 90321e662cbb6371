import { texts } from './texts.tsx';

/** A reason why a changeset was not submitted, with the fact and the field that it is about, if any. */
export interface Refusal {
  readonly message: string;
  readonly fact?: string | null;
  readonly field?: string | null;
  /** The label of the fact. */
  readonly label?: string | null;
}

/** Returns the reasons why a submission in the background failed, from the outcome of its job. */
export function submissionRefusals(outcome: unknown): readonly Refusal[] {
  const { outcome: kind, problems, conflicts, message } = (outcome ?? {}) as Readonly<Record<string, unknown>>;
  switch (kind) {
    case 'refused':
      return [
        ...(Array.isArray(problems) ? (problems as Refusal[]) : []),
        ...(typeof conflicts === 'number' && conflicts > 0 ? [{ message: texts.fieldsHaveChanged(conflicts) }] : []),
      ];
    case 'closed':
      return [{ message: typeof message === 'string' ? message : texts.submission.closed }];
    case 'stale':
      return [{ message: texts.submission.stale }];
    default:
      return [{ message: texts.submission.failed }];
  }
}

/** Returns the reason why a merge in the background failed, from the outcome of its job, as a text for the editor. */
export function describeMergeFailure(outcome: unknown): string {
  const { outcome: kind, ...rest } =
    typeof outcome === 'object' && outcome !== null ? (outcome as Record<string, unknown>) : {};
  switch (kind) {
    case 'conflicts':
      return texts.merge.conflicts;
    case 'refused':
      return texts.merge.refused(messagesOf(rest.problems));
    case 'closed':
      return typeof rest.message === 'string' ? rest.message : texts.merge.closed;
    case 'stale':
      return texts.merge.stale;
    default:
      return texts.merge.failed;
  }
}

function messagesOf(problems: unknown): string[] {
  if (!Array.isArray(problems)) return [];
  return problems.flatMap((problem: { message?: unknown }) =>
    typeof problem.message === 'string' ? problem.message : [],
  );
}
