import { factTypeOfId } from '@chancery/codebook';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { addressProblems, viewRules } from '../../../../addresses/address-rules.ts';
import { factAddress } from '../../../../addresses/collections.ts';
import { type SearchParameters, viewOf } from '../../../../addresses/view.ts';
import { queryRegister } from '../../../../endpoints/query-register.ts';
import { InvalidAddressPage } from '../../../../features/errors/invalid-address-page.tsx';
import { NotFoundPage } from '../../../../features/errors/not-found-page.tsx';
import { RefusalPage } from '../../../../features/errors/refusal-page.tsx';
import { texts } from '../../../../features/errors/texts.tsx';
import { WhatBecameOfDocument, type WhatBecameOfQuery } from '../../../../generated/register/graphql.ts';

type Node = NonNullable<WhatBecameOfQuery['node']>;

function isCitation(node: Node): node is Extract<Node, { readonly fact: unknown }> {
  return 'fact' in node;
}

// The page either redirects or does not exist.
export const metadata: Metadata = { title: texts.notFound.title };

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<SearchParameters>;
}

/**
 * `/facts/ID`: redirects to the page of the fact with this id, or to the citation with this id on the page of its fact.
 * Responds with 404 if there is neither.
 */
export default async function FactRedirectPage({ params, searchParams }: Props) {
  const { id } = await params;
  const parameters = await searchParams;
  const pageAddress = { path: `/facts/${id}`, parameters };
  const problems = addressProblems(parameters, viewRules);
  if (problems.length > 0) return <InvalidAddressPage pageAddress={pageAddress} problems={problems} />;
  const view = viewOf(parameters);
  if (factTypeOfId(id)) redirect(factAddress(id, view));
  const answer = await queryRegister(WhatBecameOfDocument, { id: decodeURIComponent(id) }, view);
  // The API refuses an id that no fact and no citation can have.
  if (!answer.ok && answer.refusal.code !== 'BAD_USER_INPUT')
    return <RefusalPage pageAddress={pageAddress} view={view} refusal={answer.refusal} />;
  const node = answer.ok ? answer.data.node : null;
  if (!node || !isCitation(node)) return <NotFoundPage title={texts.notFound.noFact(decodeURIComponent(id))} />;
  redirect(`${factAddress(node.fact.id, view)}#${id}`);
}
