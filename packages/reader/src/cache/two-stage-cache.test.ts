import { describe, expect, it } from '@jest/globals';
import { TwoStageCache } from './two-stage-cache.ts';

const value = (bytes: number) => ({ bytes });
const cacheOf = (maxBytes: number) => new TwoStageCache<{ bytes: number }>('test', maxBytes, ({ bytes }) => bytes);

describe('a cache of limited bytes', () => {
  it('never holds more bytes than its limit', () => {
    const cache = cacheOf(100_000);
    for (let at = 0; at < 1_000; at += 1) {
      cache.set(`key ${at}`, value(700));
      if (at % 3 === 0) cache.get(`key ${at}`);
      const { bytes, maxBytes, entries } = cache.size();
      expect(bytes).toBeLessThanOrEqual(maxBytes);
      expect(entries).toBeGreaterThan(0);
    }
    expect(cache.size().bytes).toBeGreaterThan(90_000);
  });

  it('keeps values that were used, however many others are stored after them', () => {
    const cache = cacheOf(100_000);
    const used = value(1_000);
    cache.set('used', used);
    expect(cache.get('used')).toBe(used);
    cache.set('never used', value(1_000));
    for (let at = 0; at < 1_000; at += 1) cache.set(`key ${at}`, value(1_000));
    expect(cache.get('used')).toBe(used);
    expect(cache.get('never used')).toBeUndefined();
  });

  it('counts keys, and does not store a value larger than its first stage', () => {
    const cache = cacheOf(100_000);
    cache.set('k'.repeat(5_000), value(10));
    expect(cache.size().bytes).toBeGreaterThan(5_000);
    cache.set('large', value(26_000));
    expect(cache.get('large')).toBeUndefined();
  });
});
