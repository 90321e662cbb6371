import type { Metadata } from 'next';
import { CodebookPage } from '../../../features/codebook/codebook-page.tsx';
import { texts } from '../../../features/codebook/texts.tsx';

export const metadata: Metadata = { title: texts.heading, description: texts.lead };

/** `/codebook`: what the register records, for readers and for clients of the API. */
export default function CodebookRoute() {
  return <CodebookPage />;
}
