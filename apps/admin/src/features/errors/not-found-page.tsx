import { setStatus } from '../../edge/set-status.ts';
import { EmptyMessage } from '../../ui/empty-message.tsx';
import stack from '../../ui/stack.module.css';
import { Frame } from '../frame/frame.tsx';
import { texts } from './texts.tsx';

interface NotFoundProps {
  /** What does not exist, as a title; by default that the address has no page. */
  readonly title?: string;
}

/** The page for addresses that do not exist, with status 404. It is rendered on the server, unlike that of Next. */
export async function NotFoundPage({ title }: NotFoundProps) {
  await setStatus(404);
  return (
    <Frame pageAddress={{ path: '/', parameters: {} }} view={{}}>
      <NotFoundMessage href="/" title={title} />
    </Frame>
  );
}

/** The same message within the frame of the desk, with status 404. */
export async function DeskNotFound({ title }: NotFoundProps) {
  await setStatus(404);
  return <NotFoundMessage href="/desk" title={title} />;
}

interface NotFoundMessageProps {
  readonly href: '/' | '/desk';
  readonly title: string | undefined;
}

function NotFoundMessage({ href, title = texts.notFound.empty }: NotFoundMessageProps) {
  return (
    <div className={stack.page}>
      <h1>{texts.notFound.heading}</h1>
      <EmptyMessage title={title}>
        <p>{texts.notFound.help(<a href={href}>{texts.notFound.homePage}</a>)}</p>
      </EmptyMessage>
    </div>
  );
}
