import { factTypeNames, linkFields, typeOf } from '@chancery/codebook';
import { capitalize } from '../../ui/capitalize.ts';
import type { FactDiff } from './fact-diff.ts';

/** A fact of a changeset with the links that are listed below it. */
export interface Branch {
  readonly diff: FactDiff;
  readonly links: readonly FactDiff[];
}

/** The facts of one type that are not below another fact. The title is the plural of the type. */
export interface TypeGroup {
  readonly title: string;
  readonly branches: readonly Branch[];
}

/**
 * Orders facts for review: by type in the order of the codebook, and each link below the first of the given records
 * that it refers to. An exercise, for example, is followed by its participations.
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

/** Returns the facts of a tree in order, each followed by its links. */
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
