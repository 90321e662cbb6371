import { pluralize } from '../review/checks.ts';

/** A reason why a changeset was not submitted, with the field that it is about. */
export interface Refusal {
  readonly message: string;
  readonly fact?: string | null;
  readonly field?: string | null;
  /** Label of the fact. */
  readonly label?: string | null;
}

/** Returns the reasons why a background submission failed, from the outcome of its job. */
export function submissionRefusals(outcome: unknown): readonly Refusal[] {
  const { outcome: kind, problems, conflicts, message } = (outcome ?? {}) as Readonly<Record<string, unknown>>;
  switch (kind) {
    case 'refused':
      return [
        ...(Array.isArray(problems) ? (problems as Refusal[]) : []),
        ...(typeof conflicts === 'number' && conflicts > 0
          ? [{ message: `Others have changed ${pluralize(conflicts, 'field')} since. Resolve the conflicts first.` }]
          : []),
      ];
    case 'closed':
      return [
        { message: typeof message === 'string' ? message : 'The status of the changeset does not allow a submission.' },
      ];
    case 'stale':
      return [{ message: 'The changeset has changed since it was submitted. Check it and submit it again.' }];
    default:
      return [{ message: 'The submission failed. Try again.' }];
  }
}

/** Describes why a background merge failed, from the outcome of its job. */
export function jobOutcome(outcome: unknown): string {
  const { outcome: kind, ...rest } =
    typeof outcome === 'object' && outcome !== null ? (outcome as Record<string, unknown>) : {};
  switch (kind) {
    case 'conflicts':
      return 'Others have changed the same fields. The changeset is a draft again: its author has to resolve the conflicts and submit it again.';
    case 'refused':
      return `The merge was refused: ${messagesOf(rest.problems).join(' ') || 'the changeset no longer passes the rules of the register'}. The changeset is a draft again.`;
    case 'closed':
      return typeof rest.message === 'string' ? rest.message : 'The status of the changeset does not allow a merge.';
    case 'stale':
      return 'The changeset has changed since it was approved. Review it again.';
    default:
      return 'The merge failed. Try again.';
  }
}

function messagesOf(problems: unknown): string[] {
  if (!Array.isArray(problems)) return [];
  return problems.flatMap((problem: { message?: unknown }) =>
    typeof problem.message === 'string' ? problem.message : [],
  );
}
