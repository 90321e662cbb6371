import { Empty } from '../../ui/empty.tsx';
import { texts } from './texts.tsx';

/** The page for an id or number that no changeset has. */
export function NoSuchChangeset() {
  return (
    <Empty title={texts.noSuchChangeset.heading}>
      {texts.noSuchChangeset.text((words) => (
        <a href="/desk/changesets">{words}</a>
      ))}
    </Empty>
  );
}
