/** A value, or a message for an editor that says what is wrong and, if possible, what to write instead. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: string };

/** Returns a successful outcome. */
export function success<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Returns a failed outcome. `problem` is a sentence for the editor. */
export function failure(problem: string): { readonly ok: false; readonly problem: string } {
  return { ok: false, problem };
}
