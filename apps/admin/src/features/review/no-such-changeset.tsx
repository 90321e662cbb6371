import { EmptyMessage } from '../../ui/empty-message.tsx';
import { texts } from './texts.tsx';

/** The page for an id or number that no changeset has. */
export function NoSuchChangeset() {
  return (
    <EmptyMessage title={texts.noSuchChangeset.heading}>
      {texts.noSuchChangeset.text((words) => (
        <a href="/desk/changesets">{words}</a>
      ))}
    </EmptyMessage>
  );
}
