import type { Metadata } from 'next';
import { Frame } from '../features/frame/frame.tsx';
import { Empty } from '../ui/empty.tsx';
import stack from '../ui/stack.module.css';

export const metadata: Metadata = { title: 'Not found' };

/** In place of a page that there is not. */
export default function NotFound() {
  return (
    <Frame here={{ path: '/', parameters: {} }} view={{}}>
      <div className={stack.page}>
        <h1>There is no such page</h1>
        <Empty title="The register knows nothing at this address">
          <p>
            An id is never used again: if this was a link to a fact, a part of the address may be missing. Search for it
            by name, or start from <a href="/">what the register holds</a>.
          </p>
        </Empty>
      </div>
    </Frame>
  );
}
