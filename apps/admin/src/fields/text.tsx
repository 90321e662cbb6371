import type { DisplayProps } from './display.ts';

/** A line of text, in whatever direction its script runs. */
export function TextDisplay({ value }: DisplayProps<'text'>) {
  return <bdi>{value}</bdi>;
}
