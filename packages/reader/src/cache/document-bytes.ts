import type { DocumentNode } from 'graphql';

// Measured on the heap: a token with the nodes made of it, and what the reader prepares for a document.
const bytesOfToken = 350;

/**
 * Estimates the bytes of a parsed document and of what the reader prepares for it. A document that was parsed without
 * locations counts as empty.
 */
export function documentBytes({ loc }: DocumentNode): number {
  if (!loc) return 0;
  let tokens = 0;
  for (let token: typeof loc.startToken | null = loc.startToken; token; token = token.next) tokens += 1;
  return loc.source.body.length * 2 + tokens * bytesOfToken;
}
