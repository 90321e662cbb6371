import type { FactTypeName } from '@chancery/codebook';
import type { View } from '../../addresses/view.ts';
import { queryRegister } from '../../endpoints/query-register.ts';
import { FactByCodeDocument } from '../../generated/register/graphql.ts';

/**
 * Returns the id of the state with a code, such as `IRN`, or of the organization with an abbreviation, such as `SCO`,
 * on the day of the view. Ignores the case of a state's code. Undefined if there is none, or for any other type.
 */
export async function findByCode(type: FactTypeName, code: string, view: View): Promise<string | undefined> {
  if (type !== 'State' && type !== 'Organization') return undefined;
  const isState = type === 'State';
  const variables = { code: isState ? code.toUpperCase() : code, isState, on: view.on ?? null };
  const answer = await queryRegister(FactByCodeDocument, variables, view);
  return answer.ok ? (answer.data.state ?? answer.data.organization)?.id : undefined;
}
