import { many } from '../review/checks.ts';

/** One thing that stands in the way: in words, and where it is. */
export interface Refusal {
  readonly message: string;
  readonly fact?: string | null;
  readonly field?: string | null;
  /** What the fact is called. */
  readonly label?: string | null;
}

/** What stands in the way of a submission that was made in the background. */
export function submissionRefusals(outcome: unknown): readonly Refusal[] {
  const { outcome: kind, problems, conflicts, message } = (outcome ?? {}) as Readonly<Record<string, unknown>>;
  switch (kind) {
    case 'refused':
      return [
        ...(Array.isArray(problems) ? (problems as Refusal[]) : []),
        ...(typeof conflicts === 'number' && conflicts > 0
          ? [{ message: `Others have changed ${many(conflicts, 'field')} since. Settle the conflicts first.` }]
          : []),
      ];
    case 'closed':
      return [{ message: typeof message === 'string' ? message : 'The state of the changeset did not allow it.' }];
    case 'stale':
      return [{ message: 'The changeset has changed since it was submitted. Look at it, and submit it again.' }];
    default:
      return [{ message: 'It was given up. Try again.' }];
  }
}

/** What came of a background merge that did not go through, in words. */
export function jobOutcome(outcome: unknown): string {
  const { outcome: kind, ...rest } =
    typeof outcome === 'object' && outcome !== null ? (outcome as Record<string, unknown>) : {};
  switch (kind) {
    case 'conflicts':
      return 'Others have changed the same fields. The changeset is a draft again: its author settles the conflicts and submits it anew.';
    case 'refused':
      return `It was refused: ${messagesOf(rest.problems).join(' ') || 'the rules of the register do not hold for it any more'}. The changeset is a draft again.`;
    case 'closed':
      return typeof rest.message === 'string' ? rest.message : 'The state of the changeset did not allow it.';
    case 'stale':
      return 'The changeset had changed since it was approved. Review it again.';
    default:
      return 'It was given up. Try again.';
  }
}

function messagesOf(problems: unknown): string[] {
  if (!Array.isArray(problems)) return [];
  return problems.flatMap((problem: { message?: unknown }) =>
    typeof problem.message === 'string' ? problem.message : [],
  );
}
