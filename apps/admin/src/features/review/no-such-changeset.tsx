import { setStatus } from '../../edge/set-status.ts';
import { EmptyMessage } from '../../ui/empty-message.tsx';
import { texts } from './texts.tsx';

/** The page for an id or number that no changeset has, with status 404. */
export async function NoSuchChangeset() {
  await setStatus(404);
  return (
    <EmptyMessage title={texts.noSuchChangeset.heading}>
      {texts.noSuchChangeset.text((words) => (
        <a href="/desk/changesets">{words}</a>
      ))}
    </EmptyMessage>
  );
}
