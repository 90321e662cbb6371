import { setStatus } from '../../edge/set-status.ts';
import { EmptyMessage } from '../../ui/empty-message.tsx';
import stack from '../../ui/stack.module.css';
import { Frame } from '../frame/frame.tsx';
import { texts } from './texts.tsx';

/** The page for addresses that do not exist, with status 404. It is rendered on the server, unlike that of Next. */
export async function NotFoundPage() {
  await setStatus(404);
  return (
    <Frame pageAddress={{ path: '/', parameters: {} }} view={{}}>
      <NotFoundMessage href="/" />
    </Frame>
  );
}

/** The same message within the frame of the desk, with status 404. */
export async function DeskNotFound() {
  await setStatus(404);
  return <NotFoundMessage href="/desk" />;
}

function NotFoundMessage({ href }: { readonly href: '/' | '/desk' }) {
  return (
    <div className={stack.page}>
      <h1>{texts.notFound.heading}</h1>
      <EmptyMessage title={texts.notFound.empty}>
        <p>{texts.notFound.help(<a href={href}>{texts.notFound.homePage}</a>)}</p>
      </EmptyMessage>
    </div>
  );
}
