import { editorAddress } from '../desk-home/desk-addresses.ts';
import { type Names, nameOf } from './names.ts';

/** A link to a fact's editor, which also shows facts that are not published yet. */
export function DeskLink({ id, names }: { readonly id: string; readonly names: Names }) {
  return (
    <a href={editorAddress(id)}>
      <bdi>{nameOf(id, names)}</bdi>
    </a>
  );
}
