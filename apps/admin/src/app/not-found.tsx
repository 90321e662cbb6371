import type { Metadata } from 'next';
import { Frame } from '../features/frame/frame.tsx';
import { EmptyMessage } from '../ui/empty-message.tsx';
import stack from '../ui/stack.module.css';
import { texts } from './texts.tsx';

export const metadata: Metadata = { title: texts.notFound.title };

/** The page for addresses that do not exist. */
export default function NotFound() {
  return (
    <Frame pageAddress={{ path: '/', parameters: {} }} view={{}}>
      <div className={stack.page}>
        <h1>{texts.notFound.heading}</h1>
        <EmptyMessage title={texts.notFound.empty}>
          <p>{texts.notFound.help(<a href="/">{texts.notFound.homePage}</a>)}</p>
        </EmptyMessage>
      </div>
    </Frame>
  );
}
