import { editorAddress } from '../desk-home/desk-addresses.ts';
import { type Names, nameOf } from './names.ts';

/** A fact by its name, which leads to it at the desk: there it may be a draft that no reader sees yet. */
export function DeskLink({ id, names }: { readonly id: string; readonly names: Names }) {
  return (
    <a href={editorAddress(id)}>
      <bdi>{nameOf(id, names)}</bdi>
    </a>
  );
}
