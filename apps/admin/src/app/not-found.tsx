import type { Metadata } from 'next';
import { Frame } from '../features/frame/frame.tsx';
import { Empty } from '../ui/empty.tsx';
import stack from '../ui/stack.module.css';

export const metadata: Metadata = { title: 'Not found' };

/** The page for addresses that do not exist. */
export default function NotFound() {
  return (
    <Frame here={{ path: '/', parameters: {} }} view={{}}>
      <div className={stack.page}>
        <h1>Page not found</h1>
        <Empty title="There is nothing at this address">
          <p>
            If you followed a link to a fact, part of the address may be missing: facts keep their addresses, even when
            they are retired. Search for the fact by name, or start from the <a href="/">home page</a>.
          </p>
        </Empty>
      </div>
    </Frame>
  );
}
