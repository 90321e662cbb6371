import {
  type FactTypeName,
  type Field,
  type FieldValue,
  fieldsOf,
  isAbsence,
  sameValue,
  type Values,
} from '@chancery/codebook';
import { plainName } from './plain-name.ts';
import type { FieldChange } from './planned.ts';
import { edtfOf, mayBeSame } from './spans.ts';

/** What a source says of a fact that is its own: every field that it now tells differently. */
export function changesOf(said: Values, standing: Values): FieldChange[] {
  return Object.entries(said).flatMap(([field, to]) => {
    const from = standing[field] ?? null;
    return sameValue(from, to) ? [] : [{ field, from, to }];
  });
}

/**
 * What a source says against a fact that stands on other evidence: the cited fields in which the two cannot both be
 * right. A date said with less precision, a name written otherwise and fewer values of a list are no contradiction.
 */
export function contradictions(type: FactTypeName, said: Values, standing: Values): FieldChange[] {
  const fields = fieldsOf(type);
  return Object.entries(said).flatMap(([name, to]) => {
    const field = fields[name];
    const from = standing[name] ?? null;
    if (!field?.cited || from === null || to === null || agrees(field, to, from)) return [];
    return [{ field: name, from, to }];
  });
}

function agrees(field: Field, said: FieldValue, standing: FieldValue): boolean {
  if (sameValue(said, standing)) return true;
  if (isAbsence(said ?? undefined) || isAbsence(standing ?? undefined)) return false;
  switch (field.kind) {
    case 'uncertainDate': {
      const [one, other] = [edtfOf(said), edtfOf(standing)];
      return one !== undefined && other !== undefined && mayBeSame(one, other);
    }
    case 'text':
    case 'longText':
      return typeof said === 'string' && typeof standing === 'string' && plainName(said) === plainName(standing);
    case 'name':
      return sameName(said, standing);
    case 'manyOf':
      return Array.isArray(said) && Array.isArray(standing) && said.every((value) => standing.includes(value));
    default:
      return false;
  }
}

/** Whether two names are of one language and the same when compared plainly. */
export function sameName(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  const [a, b] = [nameOf(one), nameOf(other)];
  return a !== undefined && b !== undefined && a.language === b.language && plainName(a.text) === plainName(b.text);
}

const nameOf = (value: FieldValue | undefined) =>
  typeof value === 'object' && value !== null && 'text' in value ? value : undefined;
