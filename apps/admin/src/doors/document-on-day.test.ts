import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { documentOnDay } from './document-on-day.ts';

const schema = buildSchema(`
  scalar Date
  enum Reading { CERTAIN NO }
  type Fact { id: ID!, reading(on: Date): Reading }
  type DyadObligation { reading: Reading }
  type Query { fact(id: ID!): Fact, obligation: DyadObligation }
`);
const valid = (text: string) => expect(validate(schema, parse(text))).toEqual([]);

describe('a document asked for a day', () => {
  it('takes the day in each reading that names none, also in fragments', () => {
    const daily = documentOnDay('query Q($id: ID!) { fact(id: $id) { ...F } } fragment F on Fact { id reading }');
    expect(daily).toContain('reading(on: $dayOfView)');
    expect(daily).toContain('$dayOfView: Date');
    valid(daily);
  });

  it('leaves a reading that names its day, and one whose day is that of its dyad', () => {
    const named = 'query Q { fact(id: "1") { reading(on: "2019-01-01") } }';
    expect(documentOnDay(named)).toBe(named);
    const ofDyad = 'query Q { obligation { ...O } } fragment O on DyadObligation { reading }';
    expect(documentOnDay(ofDyad)).toBe(ofDyad);
    valid(ofDyad);
  });
});
