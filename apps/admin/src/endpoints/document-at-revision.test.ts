import { describe, expect, it } from '@jest/globals';
import { documentAtRevision } from './document-at-revision.ts';

describe('a document at a revision', () => {
  it('has its root fields in the past register, which also tells its moment', () => {
    expect(documentAtRevision('query Page($id: ID!) { state(id: $id) { name } }').replace(/\s+/g, ' ')).toBe(
      'query Page($id: ID!, $atRevision: Int!) { past: at(revision: $atRevision) { revisionOfView: revision { at } state(id: $id) { name } } }',
    );
  });
});
