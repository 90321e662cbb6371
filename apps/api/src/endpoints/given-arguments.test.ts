import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { givenArguments } from './given-arguments.ts';

const schema = buildSchema(`
scalar Value
input Item { name: String note: String = "none" parts: [Item!] }
type Query { list(first: Int = 25, after: String, items: [Item!], value: Value, only: [String]): String }`);

const given = (args: Readonly<Record<string, unknown>>) =>
  givenArguments(args, schema.getQueryType()?.getFields().list?.args ?? []);

describe('arguments that are null', () => {
  it('are left out, as if they were not given', () => {
    expect(given({ first: 3, after: null, value: null })).toEqual({ first: 3 });
  });

  it('have their default, if there is one', () => {
    expect(given({ first: null, after: 'x' })).toEqual({ first: 25, after: 'x' });
  });

  it('are left out of input objects at any depth', () => {
    const items = [{ name: null, note: null, parts: [{ name: 'a', note: 'b', parts: null }] }, { name: 'c' }];
    expect(given({ items }).items).toEqual([
      { note: 'none', parts: [{ name: 'a', note: 'b' }] },
      { name: 'c', note: 'none' },
    ]);
  });

  it('stay in JSON and in lists that allow null', () => {
    const args = { value: { set: { title: null } }, only: ['a', null] };
    expect(given(args)).toEqual({ first: 25, ...args });
  });

  it('are not confused with false, 0 and empty texts', () => {
    expect(given({ first: 0, after: '', value: false })).toEqual({ first: 0, after: '', value: false });
  });
});
