import { address, type View } from '../../addresses/view.ts';
import type { Refusal } from '../../doors/query-register.ts';
import { Empty } from '../../ui/empty.tsx';
import { Frame } from '../frame/frame.tsx';
import type { Here } from '../frame/here.ts';

interface RefusalPageProps {
  readonly here: Here;
  readonly view: View;
  readonly refusal: Refusal;
}

/** The page that replaces one whose request the API rejected: the message, and a link to a page that works. */
export function RefusalPage({ here, view, refusal }: RefusalPageProps) {
  const isUnknownRevision = refusal.code === 'NO_SUCH_REVISION';
  return (
    <Frame here={here} view={view}>
      <h1>{isUnknownRevision ? 'No such revision' : 'This request cannot be answered'}</h1>
      <Empty title={refusal.message}>
        <a href={address(here.path, isUnknownRevision ? {} : view)}>
          {isUnknownRevision ? 'Show the page at the latest revision' : 'Show the page without filters'}
        </a>
      </Empty>
    </Frame>
  );
}
