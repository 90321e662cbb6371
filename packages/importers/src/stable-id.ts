import { hash } from 'node:crypto';
import { deskPrefixes, type FactTypeName, idFromUuid, prefixOf } from '@chancery/codebook';

/** The fixed timestamp of stable ids. Ids that are created after this day sort after them. */
const timestamp = Date.UTC(2026, 10, 23);
const hexTime = timestamp.toString(16).padStart(12, '0');
const start = `${hexTime.slice(0, 8)}-${hexTime.slice(8)}`;

/** Derives a UUIDv7 from a text: a fixed timestamp, with the SHA-256 of the text as the random part. */
function stableUuid(text: string): string {
  const digest = hash('sha256', text);
  const variant = ((Number.parseInt(digest.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${start}-7${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
}

/** Derives the id of a fact or citation from a key: the same type and key always give the same id. */
export function stableId(type: FactTypeName | 'Citation', key: string): string {
  return idFromUuid(type, stableUuid(key));
}

/**
 * Derives the id of a desk object, such as a changeset or an operation: the same kind and key always give the same id.
 */
export function stableDeskId(kind: keyof typeof deskPrefixes, key: string): string {
  // Ids of facts and of desk objects differ only in the prefix; a UUID in base 32 follows.
  return `${deskPrefixes[kind]}${stableId('State', `${kind} ${key}`).slice(prefixOf('State').length)}`;
}
