import { type FactTypeName, typeOf } from '@chancery/codebook';
import { redirect } from 'next/navigation';
import { addressProblems, viewRules } from '../../addresses/address-rules.ts';
import { collectionPath, factPath } from '../../addresses/collections.ts';
import { address, type SearchParameters, type View, viewOf } from '../../addresses/view.ts';
import { type Answer, queryRegister } from '../../endpoints/query-register.ts';
import { FactByCodeDocument } from '../../generated/register/graphql.ts';
import { InvalidAddressPage } from '../errors/invalid-address-page.tsx';
import { NotFoundPage } from '../errors/not-found-page.tsx';
import { RefusalPage } from '../errors/refusal-page.tsx';
import { texts as errorTexts } from '../errors/texts.tsx';

type CodedType = 'State' | 'Organization';

interface FactByCodeProps {
  readonly type: FactTypeName;
  readonly code: string;
  readonly parameters: SearchParameters;
}

/**
 * Redirects to the page of the state with a code, such as `IRN`, or of the organization with an abbreviation, such as
 * `SCO`, on the day of the view. Ignores the case of a state's code. Responds with 404 if there is none, and for any
 * other type.
 */
export async function FactByCode({ type, code, parameters }: FactByCodeProps) {
  const view = viewOf(parameters);
  const { singular } = typeOf(type);
  if (type !== 'State' && type !== 'Organization')
    return <NotFoundPage title={errorTexts.notFound.notAnId(singular, code)} />;
  const pageAddress = { path: `${collectionPath(type)}/${encodeURIComponent(code)}`, parameters };
  const problems = addressProblems(parameters, viewRules);
  if (problems.length > 0) return <InvalidAddressPage pageAddress={pageAddress} problems={problems} />;
  const found = await findByCode(type, code, view);
  // The API refuses a code with which it cannot look up a fact of this type.
  if (!found.ok && found.refusal.code !== 'BAD_USER_INPUT')
    return <RefusalPage pageAddress={pageAddress} view={view} refusal={found.refusal} />;
  const id = found.ok ? found.data : undefined;
  if (id === undefined) return <NotFoundPage title={errorTexts.notFound.noCode(singular, code)} />;
  redirect(address(factPath(id), {}, parameters));
}

async function findByCode(type: CodedType, code: string, view: View): Promise<Answer<string | undefined>> {
  const isState = type === 'State';
  const variables = { code: isState ? code.toUpperCase() : code, isState, on: view.on ?? null };
  const answer = await queryRegister(FactByCodeDocument, variables, view);
  return answer.ok ? { ...answer, data: (answer.data.state ?? answer.data.organization)?.id } : answer;
}
