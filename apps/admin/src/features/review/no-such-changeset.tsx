import { Empty } from '../../ui/empty.tsx';

/** Says that there is no such changeset. */
export function NoSuchChangeset() {
  return (
    <Empty title="There is no such changeset">
      Perhaps its number was copied wrong. <a href="/desk/changesets">All changesets</a>
    </Empty>
  );
}
