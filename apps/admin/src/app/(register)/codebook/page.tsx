import type { Metadata } from 'next';
import { addressProblems } from '../../../addresses/address-rules.ts';
import type { SearchParameters } from '../../../addresses/view.ts';
import { CodebookPage } from '../../../features/codebook/codebook-page.tsx';
import { texts } from '../../../features/codebook/texts.tsx';
import { InvalidAddressPage } from '../../../features/errors/invalid-address-page.tsx';

export const metadata: Metadata = { title: texts.heading, description: texts.lead };

/** `/codebook`: what the register records, for readers and for clients of the API. */
export default async function CodebookRoute({ searchParams }: { readonly searchParams: Promise<SearchParameters> }) {
  const parameters = await searchParams;
  const problems = addressProblems(parameters, {});
  if (problems.length > 0)
    return <InvalidAddressPage pageAddress={{ path: '/codebook', parameters }} problems={problems} />;
  return <CodebookPage />;
}
