import type { Metadata } from 'next';
import { NotFoundPage } from '../../../features/errors/not-found-page.tsx';
import { texts } from '../../../features/errors/texts.tsx';

export const metadata: Metadata = { title: texts.notFound.title };

/** Any address of several parts that no other page has. */
export default function UnknownAddressPage() {
  return <NotFoundPage />;
}
