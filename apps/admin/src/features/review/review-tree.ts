import { factTypeNames, linkFields, typeOf } from '@chancery/codebook';
import { capitalize } from '../../ui/capitalize.ts';
import type { FactDiff } from './fact-diff.ts';

/** A fact of the changeset with the links that belong to it. */
export interface Branch {
  readonly diff: FactDiff;
  readonly links: readonly FactDiff[];
}

/** The facts of one type, titled with its plural. */
export interface TypeGroup {
  readonly title: string;
  readonly branches: readonly Branch[];
}

/**
 * Orders the facts of a changeset for review: by type in the order of the codebook, each link below the first record of the
 * changeset that it refers to. An exercise, for example, is followed by its participations.
 */
export function reviewTree(diffs: readonly FactDiff[]): TypeGroup[] {
  const records = new Set(diffs.filter(({ type }) => typeOf(type).category === 'record').map(({ fact }) => fact));
  const parents = new Map(diffs.map((diff) => [diff.fact, parentOf(diff, records)]));
  const roots = diffs.filter(({ fact }) => !parents.get(fact));
  return factTypeNames.flatMap((type) => {
    const branches = roots
      .filter((diff) => diff.type === type)
      .map((diff) => ({ diff, links: diffs.filter(({ fact }) => parents.get(fact) === diff.fact) }));
    return branches.length > 0 ? [{ title: capitalize(typeOf(type).plural), branches }] : [];
  });
}

/** Returns the facts in the order of the tree. */
export function flattenTree(tree: readonly TypeGroup[]): FactDiff[] {
  return tree.flatMap(({ branches }) => branches.flatMap(({ diff, links }) => [diff, ...links]));
}

function parentOf({ type, fields }: FactDiff, records: ReadonlySet<string>): string | undefined {
  if (typeOf(type).category !== 'link') return undefined;
  for (const [name] of linkFields(type)) {
    const diff = fields.find((field) => field.name === name);
    const target = diff?.after ?? diff?.live;
    if (typeof target === 'string' && records.has(target)) return target;
  }
  return undefined;
}
