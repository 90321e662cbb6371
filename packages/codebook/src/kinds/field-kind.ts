/**
 * The kinds of field. Code that handles every kind uses `Record<FieldKind, …>`, so that TypeScript reports missing
 * kinds.
 */
export const fieldKinds = [
  'text',
  'longText',
  'integer',
  'number',
  'boolean',
  'uncertainDate',
  'oneOf',
  'manyOf',
  'link',
  'code',
  'url',
  'name',
  'point',
] as const;

/** A kind of field, which decides how its values are parsed, stored and shown. */
export type FieldKind = (typeof fieldKinds)[number];
