import { isId, type TypeName, typeNames, typeOf } from '@chancery/codebook';
import type { RecordedReference } from '../compile/recorded-inputs.ts';
import type { Arguments } from '../compile/run.ts';
import { ClientError } from './client-error.ts';
import type { PreparedDocument } from './document.ts';
import type { Plan } from './plan.ts';

/**
 * Checks arguments that can only give null or an empty list, whatever the register has: references without id and code,
 * ids of another type, revisions that cannot exist, and spans that end before they start.
 * @throws ClientError for the first of them.
 */
export function checkInputs(
  { fields }: PreparedDocument,
  { pastReads, inputs }: Pick<Plan, 'pastReads' | 'inputs'>,
  args: readonly Arguments[],
): void {
  for (const { number, path } of pastReads) {
    const { revision } = args[number] ?? {};
    if (typeof revision === 'number' && revision < 1) throw noSuchRevision(revision, path);
  }
  for (const { number, path } of inputs.sinces) {
    const since = Number(args[number]?.since);
    if (since < 0) {
      const message = `The argument since is ${since}, but revisions are numbered from 1. Give 0 for all changes.`;
      throw new ClientError('BAD_USER_INPUT', message, [...path, 'since']);
    }
  }
  for (const reference of inputs.references) checkReference(reference, args);
  for (const { node, number } of fields.values()) {
    const reversed = reversedSpan(args[number]?.filter, 'filter');
    if (reversed !== undefined) throw new ClientError('BAD_USER_INPUT', reversed, [], {}, node);
  }
}

/** Returns the error for a revision that cannot exist. */
function noSuchRevision(revision: number, path: readonly string[]): ClientError {
  const message = `There is no revision ${revision}: revisions are numbered from 1.`;
  return new ClientError('NO_SUCH_REVISION', message, path, { asked: revision });
}

/** Returns the values of a reference in the arguments of one execution. */
export function givenReference({ number, part }: RecordedReference, args: readonly Arguments[]): Arguments {
  const values = args[number] ?? {};
  return (part === undefined ? values : (values[part] as Arguments | null | undefined)) ?? {};
}

function checkReference(reference: RecordedReference, args: readonly Arguments[]): void {
  const { types, part } = reference;
  const given = givenReference(reference, args);
  const path = part === undefined ? reference.path : [...reference.path, part];
  const refuse = (message: string) => new ClientError('BAD_USER_INPUT', message, path);
  if (typeof given.id !== 'string' && typeof given.code !== 'string')
    throw refuse(
      `Neither id nor code is given${part === undefined ? '' : ` for ${part}`}. Give the id or a code of the fact that you mean.`,
    );
  for (const name of ['id', 'code'])
    if (typeof given[name] === 'string' && given[name].trim() === '')
      throw refuse(`The ${name} is empty. Give the ${name} of the fact that you mean, or leave it out.`);
  if (typeof given.id !== 'string' || types === undefined) return;
  const type = typeOfId(given.id);
  if (type !== undefined && !types.includes(type))
    throw refuse(
      `${given.id} is the id of a fact of the type ${type}, but this field takes only ${types.join(' or ')}. ${fieldFor(type)}`,
    );
}

/** Returns advice to use the root field of a type. */
export function fieldFor(type: TypeName): string {
  return `Use the field ${typeOf(type).one} instead.`;
}

/** Returns the type of the fact or citation that an id is made for; undefined for a text that is no id. */
export function typeOfId(id: string): TypeName | undefined {
  return typeNames.find((type) => isId(id, type));
}

/** Returns what is wrong with the first span in a filter that ends before it starts; undefined if there is none. */
function reversedSpan(value: unknown, path: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) {
      const found = reversedSpan(item, `${path}[${at}]`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const { from, to } = value as Arguments;
  if (typeof from === 'string' && typeof to === 'string' && from > to)
    return `The span ${path} ends (to: ${to}) before it starts (from: ${from}). Give the earlier day as from.`;
  for (const [name, inner] of Object.entries(value)) {
    const found = reversedSpan(inner, `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
