import { address, type View } from '../../addresses/view.ts';
import type { SideFragment } from '../../generated/register/graphql.ts';

/** One of the two actors of a dyad. */
export type Side = SideFragment;

/** Returns the key of an actor in the address of a dyad: its three-letter ISO code or abbreviation, or else its id. */
export function sideKey(side: Side): string {
  const codeOf = (scheme: string) => side.codes.nodes.find((code) => code.scheme === scheme)?.value;
  return codeOf('ISO_A3') ?? codeOf('ABBREVIATION') ?? side.id;
}

/** Returns the address of the page of a dyad in a view. `a` and `b` are the keys or ids of the actors. */
export function dyadAddress(a: string, b: string, view: View): string {
  return address(`/dyad/${encodeURIComponent(a)}/${encodeURIComponent(b)}`, view);
}
