import { hash } from 'node:crypto';
import { deskPrefixes, type FactTypeName, idFromUuid, prefixOf } from '@chancery/codebook';

/** The fixed timestamp of stable ids: facts that are recorded later sort after them. */
const timestamp = Date.UTC(2026, 10, 23);
const hexTime = timestamp.toString(16).padStart(12, '0');
const start = `${hexTime.slice(0, 8)}-${hexTime.slice(8)}`;

/** Returns the same UUIDv7 for the same text: a fixed timestamp, with the SHA-256 of the text as the random part. */
function stableUuid(text: string): string {
  const digest = hash('sha256', text);
  const variant = ((Number.parseInt(digest.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${start}-7${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
}

/** Returns the same id of a fact or citation for the same key. */
export function stableId(type: FactTypeName | 'Citation', key: string): string {
  return idFromUuid(type, stableUuid(key));
}

/** Returns the same id of a desk object (a changeset, operation or comment) for the same key. */
export function stableDeskId(kind: keyof typeof deskPrefixes, key: string): string {
  // Ids of facts and of desk objects differ only in the prefix; a UUID in base 32 follows.
  return `${deskPrefixes[kind]}${stableId('State', `${kind} ${key}`).slice(prefixOf('State').length)}`;
}
