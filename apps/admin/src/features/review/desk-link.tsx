import { editorAddress } from '../desk-home/desk-addresses.ts';
import { labelOf, type Names } from './names.ts';

/** A link to the editor of a fact. The editor also shows facts that are not published yet. */
export function DeskLink({ id, names }: { readonly id: string; readonly names: Names }) {
  return (
    <a href={editorAddress(id)}>
      <bdi>{labelOf(id, names)}</bdi>
    </a>
  );
}
