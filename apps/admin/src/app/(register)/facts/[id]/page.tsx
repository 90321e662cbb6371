import { factTypeOfId } from '@chancery/codebook';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { factAddress } from '../../../../addresses/collections.ts';
import { type SearchParameters, viewOf } from '../../../../addresses/view.ts';
import { queryRegister } from '../../../../endpoints/query-register.ts';
import { NotFoundPage } from '../../../../features/errors/not-found-page.tsx';
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
  const view = viewOf(await searchParams);
  if (factTypeOfId(id)) redirect(factAddress(id, view));
  const answer = await queryRegister(WhatBecameOfDocument, { id }, view);
  const node = answer.ok ? answer.data.node : null;
  if (!node || !isCitation(node)) return <NotFoundPage />;
  redirect(`${factAddress(node.fact.id, view)}#${id}`);
}
