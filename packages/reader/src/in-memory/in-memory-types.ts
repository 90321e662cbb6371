import type { TypeName } from '@chancery/codebook';
import type { TextCache } from './text-cache.ts';

/** The types whose rows can be held in memory: they are small, and most responses refer to them. */
export const inMemoryTypes = ['State', 'Organization'] as const satisfies readonly TypeName[];

/** One of the {@link inMemoryTypes}. */
export type InMemoryType = (typeof inMemoryTypes)[number];

/** The table alias of the columns of in-memory rows. */
export const inMemoryAlias = 'h';

/** Whether the rows of a type can be held in memory. */
export function isInMemoryType(type: TypeName): type is InMemoryType {
  return (inMemoryTypes as readonly TypeName[]).includes(type);
}

/** All rows of small types at one revision, by id. */
export interface InMemoryRows {
  readonly revision: number;
  readonly rows: Readonly<Record<InMemoryType, ReadonlyMap<string, readonly unknown[]>>>;
  /** JSON that plans have written from these rows. */
  readonly texts: TextCache;
}
