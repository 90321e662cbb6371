import { describe, expect, it } from '@jest/globals';
import { StatementNames } from './statement-names.ts';

const limits = { maxNames: 10, maxNamedLength: 100_000, maxCountedBytes: 100_000 };
const use = (names: StatementNames, text: string, times: number) => {
  let name: string | undefined;
  for (let time = 0; time < times; time += 1) name = names.use(text);
  return name;
};

describe('names of statements', () => {
  it('go to statements that are used repeatedly, and stay the same', () => {
    const names = new StatementNames(limits);
    expect(use(names, 'SELECT 1', 1)).toBeUndefined();
    const name = use(names, 'SELECT 1', 5);
    expect(name).toMatch(/^read_/);
    expect(names.use('SELECT 1')).toBe(name);
    expect(use(names, 'SELECT 2', 5)).not.toBe(name);
  });

  it('move to a statement that is used most, when others have used them up', () => {
    const names = new StatementNames(limits);
    for (let at = 0; at < 10; at += 1) use(names, `SELECT ${at}`, 6);
    expect(names.size().names).toBe(10);
    expect(use(names, 'SELECT 1000', 6)).toBeUndefined();
    const name = use(names, 'SELECT 1000', 40);
    expect(name).toBeDefined();
    expect(names.has(String(name))).toBe(true);
    expect(names.size().names).toBe(10);
    expect(names.removals).toBe(1);
  });

  it('do not wander between statements that are used equally often', () => {
    const names = new StatementNames(limits);
    for (let round = 0; round < 200; round += 1) for (let at = 0; at < 15; at += 1) names.use(`SELECT ${at}`);
    expect(names.removals).toBeLessThan(15);
  });

  it('are limited by the length of the statements too', () => {
    const names = new StatementNames({ ...limits, maxNamedLength: 1_000 });
    for (let at = 0; at < 10; at += 1) use(names, `SELECT '${String(at).repeat(90)}'`, 6 * (at + 1) ** 3);
    expect(names.size().namedLength).toBeLessThanOrEqual(1_000);
    expect(names.size().names).toBeGreaterThan(5);
    expect(use(names, `SELECT '${'x'.repeat(400)}'`, 10_000)).toBeUndefined();
  });

  it('of texts that are counted are limited in bytes', () => {
    const names = new StatementNames(limits);
    for (let at = 0; at < 5_000; at += 1) names.use(`SELECT '${'y'.repeat(300)}', ${at}`);
    expect(names.size().countedBytes).toBeLessThanOrEqual(limits.maxCountedBytes);
    expect(names.size().names).toBe(0);
  });
});
