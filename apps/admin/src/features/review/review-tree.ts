import { factTypeNames, linkFields, typeOf } from '@chancery/codebook';
import type { FactDiff } from './fact-diff.ts';

/** A fact of the changeset with the links that hang on it. */
export interface Branch {
  readonly diff: FactDiff;
  readonly links: readonly FactDiff[];
}

/** Facts of one type, under its plural. */
export interface Grove {
  readonly title: string;
  readonly branches: readonly Branch[];
}

/**
 * The facts of a changeset as a reviewer walks through them: by type in the order of the codebook, each link below the
 * first fact of the changeset that it points at, so that an exercise is read with those who took part in it.
 */
export function reviewTree(diffs: readonly FactDiff[]): Grove[] {
  const records = new Set(diffs.filter(({ type }) => typeOf(type).category === 'record').map(({ fact }) => fact));
  const parents = new Map(diffs.map((diff) => [diff.fact, parentOf(diff, records)]));
  const roots = diffs.filter(({ fact }) => !parents.get(fact));
  return factTypeNames.flatMap((type) => {
    const branches = roots
      .filter((diff) => diff.type === type)
      .map((diff) => ({ diff, links: diffs.filter(({ fact }) => parents.get(fact) === diff.fact) }));
    return branches.length > 0 ? [{ title: capital(typeOf(type).plural), branches }] : [];
  });
}

/** The facts in the order in which the tree shows them. */
export function inOrder(tree: readonly Grove[]): FactDiff[] {
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

/** A word with its first letter as a capital. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
