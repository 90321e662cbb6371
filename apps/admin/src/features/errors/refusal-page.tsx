import { address, type View } from '../../addresses/view.ts';
import type { Refusal } from '../../endpoints/query-register.ts';
import { Empty } from '../../ui/empty.tsx';
import { Frame } from '../frame/frame.tsx';
import type { Here } from '../frame/here.ts';
import { texts } from './texts.ts';

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
      <h1>{isUnknownRevision ? texts.refusal.unknownRevision : texts.refusal.unanswerable}</h1>
      <Empty title={refusal.message}>
        <a href={address(here.path, isUnknownRevision ? {} : view)}>
          {isUnknownRevision ? texts.refusal.showLatest : texts.refusal.showUnfiltered}
        </a>
      </Empty>
    </Frame>
  );
}
