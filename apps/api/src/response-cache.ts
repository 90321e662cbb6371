import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** An answer as it is sent. */
export type Body = string | Buffer;

/** An answer as it was sent: its type, and the tag by which clients ask whether it still holds. */
export interface CachedResponse {
  readonly body: Body;
  readonly contentType: string;
  readonly etag: string;
  /** Set for answers that read nothing but past registers: those never change. */
  readonly past: number | undefined;
}

/** Answers by revision, in memory, up to a number of bytes. */
export interface ResponseCache {
  readonly find: (key: string) => CachedResponse | undefined;
  readonly keep: (key: string, answer: CachedResponse) => void;
  readonly size: () => { readonly answers: number; readonly bytes: number };
}

/** A cache of at most `bytes` bytes of answers; with none it keeps nothing. */
export function responseCache(bytes: number): ResponseCache {
  if (bytes === 0) return { find: () => undefined, keep: () => undefined, size: () => ({ answers: 0, bytes: 0 }) };
  const answers = new LRUCache<string, CachedResponse>({
    maxSize: bytes,
    maxEntrySize: Math.floor(bytes / 8),
    // Two bytes a character at worst, and what it takes to keep it.
    sizeCalculation: ({ body }, key) =>
      (typeof body === 'string' ? body.length * 2 : body.length) + key.length * 2 + 256,
  });
  return {
    find: (key) => answers.get(key),
    keep: (key, answer) => void answers.set(key, answer),
    size: () => ({ answers: answers.size, bytes: answers.calculatedSize }),
  };
}

const longestText = 8_192;
let scratch = Buffer.alloc(0);

/**
 * The form in which a text is sent. A short one stays text: it goes out in one piece with the head of the answer. Of a long
 * one the bytes are made, in one pass: `Buffer.from` goes through it twice more to count them first.
 */
export function encodeBody(text: string): Body {
  if (text.length < longestText) return text;
  if (scratch.length < text.length * 3) scratch = Buffer.allocUnsafeSlow(text.length * 4);
  return Buffer.from(scratch.subarray(0, scratch.write(text)));
}

/** A strong entity tag: the same for the same bytes. */
export function etagOf(body: Body): string {
  return `"${hash('sha256', body, 'base64url').slice(0, 27)}"`;
}

/** Whether an If-None-Match header names a tag. Weak comparison, as RFC 9110 has it for this header. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
