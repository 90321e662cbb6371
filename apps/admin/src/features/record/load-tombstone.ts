import { cache } from 'react';
import { queryRegister } from '../../endpoints/query-register.ts';
import { WhatBecameOfDocument, type WhatBecameOfQuery } from '../../generated/register/graphql.ts';

type Node = NonNullable<WhatBecameOfQuery['node']>;

/** What the register keeps of a retired fact. */
export type Tombstone = Extract<Node, { readonly reason: string }>;

function isTombstone(node: Node): node is Tombstone {
  return 'reason' in node;
}

/**
 * Loads the tombstone of a fact at a revision; undefined if the fact is not retired there. The answer is cached for the
 * current request.
 */
export const loadTombstone = cache(
  async (id: string, at: number | undefined, on: string | undefined): Promise<Tombstone | undefined> => {
    const view = { ...(at === undefined ? {} : { at }), ...(on === undefined ? {} : { on }) };
    const answer = await queryRegister(WhatBecameOfDocument, { id }, view);
    const node = answer.ok ? answer.data.node : null;
    return node && isTombstone(node) ? node : undefined;
  },
);
