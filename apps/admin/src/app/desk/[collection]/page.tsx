import { isFactType, typeOf } from '@chancery/codebook';
import type { Metadata } from 'next';
import { addressProblems } from '../../../addresses/address-rules.ts';
import { collectionPath, typeOfCollection } from '../../../addresses/collections.ts';
import type { SearchParameters } from '../../../addresses/view.ts';
import { setStatus } from '../../../edge/set-status.ts';
import { queryRegister } from '../../../endpoints/query-register.ts';
import { listDocument } from '../../../endpoints/screens.ts';
import { DeskList } from '../../../features/desk-lists/desk-list.tsx';
import { listQuery, listRules } from '../../../features/desk-lists/list-query.ts';
import { DeskInvalidAddress } from '../../../features/errors/invalid-address-page.tsx';
import { DeskNotFound } from '../../../features/errors/not-found-page.tsx';
import { texts as errorTexts } from '../../../features/errors/texts.tsx';
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
  const { collection } = await params;
  const type = typeOfCollection(collection);
  if (!type || !isFactType(type))
    return <DeskNotFound title={errorTexts.notFound.noPage(`desk/${decodeURIComponent(collection)}`)} />;
  const parameters = await searchParams;
  const problems = addressProblems(parameters, listRules(type));
  if (problems.length > 0)
    return (
      <DeskInvalidAddress pageAddress={{ path: `/desk${collectionPath(type)}`, parameters }} problems={problems} />
    );
  const query = listQuery(type, parameters);
  const answer = await queryRegister(listDocument(type), query, {});
  if (!answer.ok) {
    await setStatus(answer.refusal.status);
    return (
      <Notice tone="warning">
        {answer.refusal.message} <a href={`/desk${collectionPath(type)}`}>{errorTexts.refusal.showDefault}</a>
      </Notice>
    );
  }
  return <DeskList type={type} answer={answer.data} parameters={parameters} orderBy={query.orderBy} />;
}
