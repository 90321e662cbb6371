import { isFactType, typeOf } from '@chancery/codebook';
import type { Metadata } from 'next';
import { typeOfCollection } from '../../../addresses/collections.ts';
import type { SearchParameters } from '../../../addresses/view.ts';
import { queryRegister } from '../../../endpoints/query-register.ts';
import { listDocument } from '../../../endpoints/screens.ts';
import { DeskList } from '../../../features/desk-lists/desk-list.tsx';
import { listQuery } from '../../../features/desk-lists/list-query.ts';
import { DeskNotFound } from '../../../features/errors/not-found-page.tsx';
import { Notice } from '../../../ui/notice.tsx';

interface PageProps {
  readonly params: Promise<{ collection: string }>;
  readonly searchParams: Promise<SearchParameters>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const type = typeOfCollection((await params).collection);
  return type ? { title: typeOf(type).plural } : {};
}

/** The list of facts of a type at the desk. It comes from the public endpoint, so it shows what readers see. */
export default async function DeskListPage({ params, searchParams }: PageProps) {
  const type = typeOfCollection((await params).collection);
  if (!type || !isFactType(type)) return <DeskNotFound />;
  const parameters = await searchParams;
  const query = listQuery(type, parameters);
  const answer = await queryRegister(listDocument(type), query, {});
  if (!answer.ok) return <Notice tone="warning">{answer.refusal.message}</Notice>;
  return <DeskList type={type} answer={answer.data} parameters={parameters} orderBy={query.orderBy} />;
}
