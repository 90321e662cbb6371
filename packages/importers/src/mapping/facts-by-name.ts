/** Facts by name, in their order, or the problem of the list that has them. */
export type FactsByName =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly path: readonly string[]; readonly message: string };

/**
 * Converts the facts of a mapping from a list, in which each fact has a `name`, to an object by name. JSONB keeps the
 * order of a list, but sorts the properties of an object, so the desk stores lists. Facts that are an object already
 * are returned as they are: mappings of earlier releases, and files written by hand.
 */
export function factsByName(json: unknown): FactsByName {
  if (typeof json !== 'object' || json === null || !('facts' in json) || !Array.isArray(json.facts))
    return { ok: true, json };
  const facts = new Map<string, unknown>();
  for (const [index, item] of json.facts.entries()) {
    const path = ['facts', String(index)];
    if (typeof item !== 'object' || item === null || !('name' in item) || typeof item.name !== 'string')
      return { ok: false, path, message: 'lacks a name. Add “name”, such as "name": "treaty"' };
    const { name, ...fact } = item;
    if (facts.has(name))
      return {
        ok: false,
        path: [...path, 'name'],
        message: `“${name}” is the name of an earlier fact. Choose another name`,
      };
    facts.set(name, fact);
  }
  return { ok: true, json: { ...json, facts: Object.fromEntries(facts) } };
}
