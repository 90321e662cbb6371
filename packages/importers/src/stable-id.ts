import { hash } from 'node:crypto';
import { deskPrefixes, type FactTypeName, idFromUuid, prefixOf } from '@chancery/codebook';

/** The moment that such ids carry, so that whatever is recorded later sorts after it. */
const madeAt = Date.UTC(2026, 10, 23);
const time = madeAt.toString(16).padStart(12, '0');
const start = `${time.slice(0, 8)}-${time.slice(8)}`;

/** A UUIDv7 that is the same for a text each time: a fixed moment, and the SHA-256 of the text in place of chance. */
function stableUuid(text: string): string {
  const digest = hash('sha256', text);
  const variant = ((Number.parseInt(digest.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${start}-7${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
}

/** The id of the fact or citation that a key stands for: the same each time. */
export function stableId(type: FactTypeName | 'Citation', key: string): string {
  return idFromUuid(type, stableUuid(key));
}

/** The id of a changeset, operation or comment of the desk that a key stands for: the same each time. */
export function stableDeskId(kind: keyof typeof deskPrefixes, key: string): string {
  // Only the prefix tells ids of the desk from those of facts: both are a UUID in base 32 after it.
  return `${deskPrefixes[kind]}${stableId('State', `${kind} ${key}`).slice(prefixOf('State').length)}`;
}
