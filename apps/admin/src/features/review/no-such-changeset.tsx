import { Empty } from '../../ui/empty.tsx';

/** The page for an id or number that no changeset has. */
export function NoSuchChangeset() {
  return (
    <Empty title="There is no such changeset">
      Check the number. <a href="/desk/changesets">All changesets</a>
    </Empty>
  );
}
