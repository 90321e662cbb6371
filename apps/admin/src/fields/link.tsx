import type { DisplayProps } from './display.ts';
import { FactLink } from './fact-link.tsx';

/** Shows the label of a linked fact as a link to its public page. */
export function LinkDisplay({ value, view }: DisplayProps<'link'>) {
  return <FactLink fact={value} view={view} />;
}
