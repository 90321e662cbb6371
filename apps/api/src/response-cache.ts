import { hash } from 'node:crypto';
import type { CacheSize } from '@chancery/reader';
import { LRUCache } from 'lru-cache';

/** A response body ready for sending: a short text, or the bytes of a long one. */
export type ResponseBody = string | Buffer;

/** A stored response: its body, its content type and the entity tag with which clients revalidate it. */
export interface CachedResponse {
  readonly body: ResponseBody;
  readonly contentType: string;
  readonly etag: string;
  /**
   * The latest revision that the response reads, if it reads only fixed revisions and so never changes; else
   * `undefined`.
   */
  readonly past: number | undefined;
}

/** An in-memory cache of response bodies, limited by size in bytes. */
export interface ResponseCache {
  readonly get: (key: string) => CachedResponse | undefined;
  readonly set: (key: string, response: CachedResponse) => void;
  readonly size: () => CacheSize;
}

/**
 * Creates a cache of at most `bytes` bytes, by its estimate; with 0 it stores nothing. It does not store a response
 * larger than an eighth of that size.
 */
export function responseCache(bytes: number): ResponseCache {
  const sizeOf = (entries: number, used: number) => ({ name: 'responses', entries, bytes: used, maxBytes: bytes });
  if (bytes === 0) return { get: () => undefined, set: () => undefined, size: () => sizeOf(0, 0) };
  const responses = new LRUCache<string, CachedResponse>({
    maxSize: bytes,
    maxEntrySize: Math.floor(bytes / 8),
    // At most two bytes per character, plus the overhead of a cache item.
    sizeCalculation: ({ body }, key) =>
      (typeof body === 'string' ? body.length * 2 : body.length) + key.length * 2 + 256,
  });
  return {
    get: (key) => responses.get(key),
    set: (key, response) => void responses.set(key, response),
    size: () => sizeOf(responses.size, responses.calculatedSize),
  };
}

/** Texts of at least this many characters are encoded before they are sent. */
const minEncodedLength = 8_192;
let scratch = Buffer.alloc(0);

/**
 * Returns a text in the form in which it is sent. A short text is returned unchanged, so that Node sends it in one
 * write with the headers. A long text is encoded in one pass; `Buffer.from` would first read it to count the bytes.
 */
export function encodeBody(text: string): ResponseBody {
  if (text.length < minEncodedLength) return text;
  if (scratch.length < text.length * 3) scratch = Buffer.allocUnsafeSlow(text.length * 4);
  return Buffer.from(scratch.subarray(0, scratch.write(text)));
}

/** Returns a strong entity tag: the same bytes always get the same tag. */
export function etagOf(body: ResponseBody): string {
  return `"${hash('sha256', body, 'base64url').slice(0, 27)}"`;
}

/**
 * True when an If-None-Match header is `*` or lists the tag; false without the header. Uses weak comparison, as RFC
 * 9110 requires for this header.
 */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
