import {
  type FactTypeName,
  type Field,
  type FieldValue,
  fieldsOf,
  isAbsence,
  isSameValue,
  type Values,
} from '@chancery/codebook';
import { plainName } from './plain-name.ts';
import type { FieldChange } from './planned.ts';
import { edtfOf, mayBeSame } from './spans.ts';

/**
 * Returns the fields of a source record whose values differ from those of the stored fact, which the source itself
 * created.
 */
export function changesOf(source: Values, stored: Values): FieldChange[] {
  return Object.entries(source).flatMap(([field, to]) => {
    const from = stored[field] ?? null;
    return isSameValue(from, to) ? [] : [{ field, from, to }];
  });
}

/**
 * Returns the fields in which a source record and a stored fact of other origin cannot both be right. Only fields that
 * require evidence are compared. Dates of different precision, spellings of the same name, and a list that has only
 * some of the stored values are not contradictions.
 */
export function contradictions(type: FactTypeName, source: Values, stored: Values): FieldChange[] {
  const fields = fieldsOf(type);
  return Object.entries(source).flatMap(([name, to]) => {
    const field = fields[name];
    const from = stored[name] ?? null;
    if (!field?.cited || from === null || to === null || agrees(field, to, from)) return [];
    return [{ field: name, from, to }];
  });
}

function agrees(field: Field, source: FieldValue, stored: FieldValue): boolean {
  if (isSameValue(source, stored)) return true;
  if (isAbsence(source ?? undefined) || isAbsence(stored ?? undefined)) return false;
  switch (field.kind) {
    case 'uncertainDate': {
      const [a, b] = [edtfOf(source), edtfOf(stored)];
      return a !== undefined && b !== undefined && mayBeSame(a, b);
    }
    case 'text':
    case 'longText':
      return typeof source === 'string' && typeof stored === 'string' && plainName(source) === plainName(stored);
    case 'name':
      return isSameName(source, stored);
    case 'manyOf':
      return Array.isArray(source) && Array.isArray(stored) && source.every((value) => stored.includes(value));
    default:
      return false;
  }
}

/** Returns true if two values are names in the same language that are the same after normalization. */
export function isSameName(first: FieldValue | undefined, second: FieldValue | undefined): boolean {
  const [a, b] = [nameOf(first), nameOf(second)];
  return a !== undefined && b !== undefined && a.language === b.language && plainName(a.text) === plainName(b.text);
}

const nameOf = (value: FieldValue | undefined) =>
  typeof value === 'object' && value !== null && 'text' in value ? value : undefined;
