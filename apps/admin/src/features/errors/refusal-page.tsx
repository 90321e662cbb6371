import { address, type View } from '../../addresses/view.ts';
import type { Refusal } from '../../doors/query-register.ts';
import { Empty } from '../../ui/empty.tsx';
import { Frame, type Here } from '../frame/frame.tsx';

interface RefusedProps {
  readonly here: Here;
  readonly view: View;
  readonly refusal: Refusal;
}

/** The page in place of one whose question the register refused: what it said, and the way on. */
export function RefusalPage({ here, view, refusal }: RefusedProps) {
  const isOfView = refusal.code === 'NO_SUCH_REVISION';
  return (
    <Frame here={here} view={view}>
      <h1>{isOfView ? 'No such revision' : 'The register cannot answer this'}</h1>
      <Empty title={refusal.message}>
        <a href={address(here.path, isOfView ? {} : view)}>
          {isOfView ? 'See the page at the latest revision' : 'See the page without filters'}
        </a>
      </Empty>
    </Frame>
  );
}
