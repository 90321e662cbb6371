'use client';

import { type Field, type FieldKind, type FieldValue, isAbsence } from '@chancery/codebook';
import type { ReactNode } from 'react';
import { BooleanControl } from './boolean-control.tsx';
import { CodeControl } from './code-control.tsx';
import type { ControlProps } from './control.ts';
import { IntegerControl } from './integer-control.tsx';
import { LinkControl } from './link-control.tsx';
import { LongTextControl } from './long-text-control.tsx';
import { ManyOfControl } from './many-of-control.tsx';
import { NameControl } from './name-control.tsx';
import { NumberControl } from './number-control.tsx';
import { OneOfControl } from './one-of-control.tsx';
import { PointControl } from './point-control.tsx';
import { TextControl } from './text-control.tsx';
import { UncertainDateControl } from './uncertain-date-control.tsx';
import { UrlControl } from './url-control.tsx';

const controls: { readonly [Kind in FieldKind]: (props: ControlProps<Kind>) => ReactNode } = {
  text: TextControl,
  longText: LongTextControl,
  integer: IntegerControl,
  number: NumberControl,
  boolean: BooleanControl,
  uncertainDate: UncertainDateControl,
  oneOf: OneOfControl,
  manyOf: ManyOfControl,
  link: LinkControl,
  code: CodeControl,
  url: UrlControl,
  name: NameControl,
  point: PointControl,
};

interface FieldControlProps extends Omit<ControlProps<FieldKind>, 'value'> {
  readonly field: Field;
  readonly value: FieldValue | undefined;
}

/** The control for a field, chosen by the kind of the field. It is empty if the value is marked absent. */
export function FieldControl({ value = null, ...rest }: FieldControlProps) {
  // The value has the type of the field's kind, which TypeScript cannot infer from a lookup by name.
  const Control = controls[rest.field.kind] as (props: ControlProps<FieldKind>) => ReactNode;
  return <Control {...rest} value={value === null || isAbsence(value) ? null : value} />;
}
