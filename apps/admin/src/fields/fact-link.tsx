import { factAddress } from '../addresses/collections.ts';
import type { View } from '../addresses/view.ts';
import type { FactOutput } from './outputs.ts';

/** A link to the page of a fact, in the same view. */
export function FactLink({ fact, view }: { fact: FactOutput; view: View }) {
  return (
    <a href={factAddress(fact.id, view)}>
      <bdi>{fact.label}</bdi>
    </a>
  );
}
