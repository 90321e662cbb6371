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

describe('documentOnDay', () => {
  it('adds the day to every reading without one, also in fragments', () => {
    const document = documentOnDay('query Q($id: ID!) { fact(id: $id) { ...F } } fragment F on Fact { id reading }');
    expect(document).toContain('reading(on: $dayOfView)');
    expect(document).toContain('$dayOfView: Date');
    valid(document);
  });

  it('does not change a reading that has a day, or one that takes the day of its dyad', () => {
    const named = 'query Q { fact(id: "1") { reading(on: "2019-01-01") } }';
    expect(documentOnDay(named)).toBe(named);
    const ofDyad = 'query Q { obligation { ...O } } fragment O on DyadObligation { reading }';
    expect(documentOnDay(ofDyad)).toBe(ofDyad);
    valid(ofDyad);
  });
});
