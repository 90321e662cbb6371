/** The kinds of field. Whatever must know of every kind is a `Record<FieldKind, …>`, so the compiler lists the places. */
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

/** One of the kinds of field. */
export type FieldKind = (typeof fieldKinds)[number];
