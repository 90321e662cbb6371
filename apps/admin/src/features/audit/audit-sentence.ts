import type { AuditLineFragment } from '../../generated/desk/graphql.ts';
import { texts } from './texts.ts';

/** Returns the sentence that says what an entry records, without who did it. */
export function auditSentence({ kind, object, before, after, reason }: AuditLineFragment): string {
  return texts.kinds[kind].sentence({
    object: object.label,
    textBefore: (name) => textOf(before, name),
    textAfter: (name) => textOf(after, name),
    countBefore: (name) => Number(textOf(before, name)),
    countAfter: (name) => Number(textOf(after, name)),
    reason: reason ?? null,
  });
}

/** Returns a value of a JSON object as text; an empty text if it is missing or null. */
function textOf(values: unknown, name: string): string {
  if (typeof values !== 'object' || values === null || !Object.hasOwn(values, name)) return '';
  const value = (values as Readonly<Record<string, unknown>>)[name];
  return value === null || value === undefined ? '' : String(value);
}
