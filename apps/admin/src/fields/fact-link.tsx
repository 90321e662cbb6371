import { factAddress } from '../addresses/collections.ts';
import type { View } from '../addresses/view.ts';
import type { FactOutput } from './outputs.ts';

/** A link to the public page of a fact, with the revision and day of the given view. */
export function FactLink({ fact, view }: { fact: FactOutput; view: View }) {
  return (
    <a href={factAddress(fact.id, view)}>
      <bdi>{fact.label}</bdi>
    </a>
  );
}
