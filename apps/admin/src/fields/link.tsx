import type { DisplayProps } from './display.ts';
import { FactLink } from './fact-link.tsx';

/** Shows a linked fact by its label. */
export function LinkDisplay({ value, view }: DisplayProps<'link'>) {
  return <FactLink fact={value} view={view} />;
}
