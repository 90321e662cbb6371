import { codeKey, type StoredFact, type StoredTombstone } from '@chancery/changesets';
import { type FactTypeName, isAbsence, typeOf, type Values } from '@chancery/codebook';
import { type ActorLinks, dateOf } from '../matching/dated-kinds.ts';
import type { Lookup, RecordCode } from '../matching/lookup.ts';
import { ownNames } from '../matching/score-dated.ts';
import { edtfOf, overlaps, spanOf } from '../matching/spans.ts';
import { stableId } from '../stable-id.ts';

/** Returns a fact of a toy register. Its id is the stable id of the key. */
export function storedFact(type: FactTypeName, key: string, values: Values, label = key): StoredFact {
  return { id: stableId(type, key), type, label, values: { evidenceStatus: 'RECORDED', ...values } };
}

/** Returns a lookup over these facts. `queries` collects the name of each query that is made. */
export function toyLookup(
  facts: readonly StoredFact[],
  retired: Readonly<Record<string, StoredTombstone>> = {},
  fieldsSetByHand: Readonly<Record<string, readonly string[]>> = {},
  /** The ids of the sources that are cited for a whole fact, by the id of the fact. */
  cited: Readonly<Record<string, readonly string[]>> = {},
): Lookup & { readonly queries: string[] } {
  const queries: string[] = [];
  const answer = <Result>(query: string, result: Result): Promise<Result> => {
    queries.push(query);
    return Promise.resolve(result);
  };
  const ofType = (type: FactTypeName) => facts.filter((fact) => fact.type === type);
  const codes = ofType('ExternalCode').map(({ id, values }) => ({
    id,
    of: String(values.of),
    ofLabel: facts.find((fact) => fact.id === values.of)?.label ?? '',
    scheme: String(values.scheme),
    value: String(values.value),
    ...(edtfOf(values.validity) === undefined ? {} : { validity: { edtf: edtfOf(values.validity) ?? '' } }),
  }));
  return {
    queries,
    facts: (ids) => answer('facts', new Map(facts.filter(({ id }) => ids.has(id)).map((fact) => [fact.id, fact]))),
    tombstones: (ids) => answer('tombstones', new Map(Object.entries(retired).filter(([id]) => ids.has(id)))),
    codes: (keys) =>
      answer(
        'codes',
        new Map([...keys].map((key) => [key, codes.filter(({ scheme, value }) => codeKey(scheme, value) === key)])),
      ),
    namedRecords: (type) =>
      answer(
        `named ${type}`,
        ofType(type).map(({ id, label, values }) => ({
          id,
          type,
          label,
          names: [...ownNames(type, values), ...namesOf(id)],
          codes: codesOf(id),
          ...(edtfOf(values.validity) === undefined ? {} : { validity: edtfOf(values.validity) ?? '' }),
          ...dateOfNamed(type, values),
        })),
      ),
    datedRecords: (kind, times) =>
      answer(
        `dated ${kind.type}`,
        ofType(kind.type)
          .filter(({ values }) => {
            const date = dateOf(kind.type, values);
            return date === undefined || times.some((time) => overlaps(time, spanOf(date)));
          })
          .map((fact) => {
            const source = sourceOf(fact);
            return {
              fact,
              names: namesOf(fact.id),
              codes: codesOf(fact.id),
              actors: [...new Set(kind.actors.flatMap((links) => actorsOf(fact.id, links)))],
              ...(source === undefined ? {} : { source }),
            };
          }),
      ),
    supportedFacts: (source, ids) =>
      answer(
        'supported',
        new Set(
          facts.flatMap((fact) =>
            ids.has(fact.id) && (sourceOf(fact) === source || cited[fact.id]?.includes(source)) ? [fact.id] : [],
          ),
        ),
      ),
    links: (type, ends) =>
      answer(
        `links ${type}`,
        ofType(type).filter(({ values }) =>
          ends.some((pair) => Object.entries(pair).every(([field, id]) => values[field] === id)),
        ),
      ),
    fieldsSetByHand: (ids) =>
      answer(
        'by hand',
        new Map([...ids].flatMap((id) => (fieldsSetByHand[id] ? [[id, new Set(fieldsSetByHand[id])] as const] : []))),
      ),
  };

  function codesOf(id: string): RecordCode[] {
    return codes
      .filter(({ of }) => of === id)
      .map(({ scheme, value, validity }) => ({ scheme, value, ...(validity ? { validity: validity.edtf } : {}) }));
  }

  function actorsOf(id: string, { type, of, fields }: ActorLinks): string[] {
    return ofType(type).flatMap(({ values }) =>
      values[of] === id ? fields.map((field) => String(values[field])) : [],
    );
  }

  function sourceOf({ batch }: StoredFact): string | undefined {
    const source = facts.find(({ id }) => id === batch?.id)?.values.source;
    return typeof source === 'string' ? source : undefined;
  }

  function namesOf(id: string): string[] {
    return ofType('Name').flatMap(({ values: { of, name } }) => (of === id ? texts(name) : []));
  }
}

function dateOfNamed(type: FactTypeName, values: Values): { readonly date?: string } {
  const date = typeOf(type).nameRecurs ? dateOf(type, values) : undefined;
  return date === undefined ? {} : { date };
}

function texts(...values: (Values[string] | undefined)[]): string[] {
  return values.flatMap((value) => {
    if (typeof value === 'string') return [value];
    const isName = typeof value === 'object' && value !== null && !isAbsence(value) && 'text' in value;
    return isName ? [value.text] : [];
  });
}
