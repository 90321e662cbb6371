import type { DisplayProps } from './display.ts';

/** Shows a line of text, isolated so that its writing direction does not affect the surrounding text. */
export function TextDisplay({ value }: DisplayProps<'text'>) {
  return <bdi>{value}</bdi>;
}
