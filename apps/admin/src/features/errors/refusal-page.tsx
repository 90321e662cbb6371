import { address, type View } from '../../addresses/view.ts';
import { setStatus } from '../../edge/set-status.ts';
import type { Refusal } from '../../endpoints/query-register.ts';
import { EmptyMessage } from '../../ui/empty-message.tsx';
import { Frame } from '../frame/frame.tsx';
import type { PageAddress } from '../frame/page-address.ts';
import { texts } from './texts.tsx';

interface RefusalPageProps {
  readonly pageAddress: PageAddress;
  readonly view: View;
  readonly refusal: Refusal;
}

/** The search parameters that hold cursors, which the API refuses if they are not its own. */
const cursors: ReadonlySet<string> = new Set(['after', 'before', 'citations']);

/**
 * The page shown instead of one whose request the API rejected, with the status of the API, or 404 for a revision that
 * does not exist: the message, and a link to the same page without what was rejected.
 */
export async function RefusalPage({ pageAddress, view, refusal }: RefusalPageProps) {
  const isUnknownRevision = refusal.code === 'NO_SUCH_REVISION';
  await setStatus(isUnknownRevision ? 404 : refusal.status);
  return (
    <Frame pageAddress={pageAddress} view={isUnknownRevision ? {} : view}>
      <h1>{isUnknownRevision ? texts.refusal.unknownRevision : texts.refusal.unanswerable}</h1>
      <EmptyMessage title={refusal.message}>{wayOut(pageAddress, view, refusal)}</EmptyMessage>
    </Frame>
  );
}

function wayOut({ path, parameters }: PageAddress, view: View, { code }: Refusal) {
  if (code === 'NO_SUCH_REVISION') return <a href={path}>{texts.refusal.showLatest}</a>;
  if (code !== 'BAD_CURSOR') return <a href={address(path, view)}>{texts.refusal.showDefault}</a>;
  const others = Object.entries(parameters).filter(([name]) => !cursors.has(name));
  return <a href={address(path, view, Object.fromEntries(others))}>{texts.refusal.showFirst}</a>;
}
