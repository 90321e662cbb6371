import { address, type View } from '../../addresses/view.ts';
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

/**
 * The page shown instead of one whose request the API rejected: the message, and a link to the same page without its
 * search parameters. The link keeps the revision and day of the view, unless the revision does not exist.
 */
export function RefusalPage({ pageAddress, view, refusal }: RefusalPageProps) {
  const isUnknownRevision = refusal.code === 'NO_SUCH_REVISION';
  return (
    <Frame pageAddress={pageAddress} view={view}>
      <h1>{isUnknownRevision ? texts.refusal.unknownRevision : texts.refusal.unanswerable}</h1>
      <EmptyMessage title={refusal.message}>
        <a href={address(pageAddress.path, isUnknownRevision ? {} : view)}>
          {isUnknownRevision ? texts.refusal.showLatest : texts.refusal.showDefault}
        </a>
      </EmptyMessage>
    </Frame>
  );
}
