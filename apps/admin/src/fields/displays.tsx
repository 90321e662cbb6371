import type { Field, FieldKind } from '@chancery/codebook';
import type { ReactNode } from 'react';
import type { View } from '../addresses/view.ts';
import { BooleanDisplay } from './boolean.tsx';
import { CodeDisplay } from './code.tsx';
import type { DisplayProps } from './display.ts';
import { IntegerDisplay } from './integer.tsx';
import { LinkDisplay } from './link.tsx';
import { LongTextDisplay } from './long-text.tsx';
import { ManyOfDisplay } from './many-of.tsx';
import { NameDisplay } from './name.tsx';
import { NumberDisplay } from './number.tsx';
import { OneOfDisplay } from './one-of.tsx';
import type { FieldOutput } from './outputs.ts';
import { PointDisplay } from './point.tsx';
import { TextDisplay } from './text.tsx';
import { UncertainDateDisplay } from './uncertain-date.tsx';
import { UrlDisplay } from './url.tsx';

const displays: { readonly [Kind in FieldKind]: (props: DisplayProps<Kind>) => ReactNode } = {
  text: TextDisplay,
  longText: LongTextDisplay,
  integer: IntegerDisplay,
  number: NumberDisplay,
  boolean: BooleanDisplay,
  uncertainDate: UncertainDateDisplay,
  oneOf: OneOfDisplay,
  manyOf: ManyOfDisplay,
  link: LinkDisplay,
  code: CodeDisplay,
  url: UrlDisplay,
  name: NameDisplay,
  point: PointDisplay,
};

interface FieldDisplayProps {
  readonly field: Field;
  readonly value: FieldOutput;
  readonly view: View;
  /** Shown if there is no value; nothing by default. */
  readonly empty?: ReactNode;
}

/** Shows the value of a field with the component for its kind. */
export function FieldDisplay({ field, value, view, empty = null }: FieldDisplayProps) {
  if (value === null) return empty;
  // The value has the type of the field's kind, which TypeScript cannot infer from a lookup by name.
  const Display = displays[field.kind] as (props: DisplayProps<FieldKind>) => ReactNode;
  return <Display field={field} value={value} view={view} />;
}
