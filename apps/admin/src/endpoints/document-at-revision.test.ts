import { describe, expect, it } from '@jest/globals';
import { documentAtRevision } from './document-at-revision.ts';

describe('documentAtRevision', () => {
  it('moves the root fields into the past register, and selects the moment of the revision', () => {
    expect(documentAtRevision('query Page($id: ID!) { state(id: $id) { name } }').replace(/\s+/g, ' ')).toBe(
      'query Page($id: ID!, $atRevision: Int!) { past: at(revision: $atRevision) { revisionOfView: revision { at } state(id: $id) { name } } }',
    );
  });
});
