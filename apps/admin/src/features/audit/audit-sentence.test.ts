import { expect, test } from '@jest/globals';
import type { AuditLineFragment } from '../../generated/desk/graphql.ts';
import { auditAddress, auditKinds, readFilters } from './audit-filters.ts';
import { auditSentence } from './audit-sentence.ts';

const entry = (given: Partial<AuditLineFragment>): AuditLineFragment => ({
  ...{ id: '7', at: '2026-11-30T12:00:00Z', kind: 'SIGNED_OUT', person: null, address: null, reason: null },
  ...{ before: null, after: null, object: { type: 'PERSON', id: 'x', label: 'Ana' } },
  ...given,
});

test.each<[Partial<AuditLineFragment>, string]>([
  [
    { kind: 'ROLE_CHANGED', before: { role: 'CONTRIBUTOR' }, after: { role: 'ADMIN' } },
    'Changed the role of Ana from contributor to admin.',
  ],
  [{ kind: 'PERSON_SUSPENDED', before: { sessions: 1 } }, 'Suspended Ana, which ended 1 session.'],
  [
    { kind: 'SIGN_IN_FAILED', reason: 'WRONG_PASSWORD', after: { delaySeconds: 4 } },
    'Failed to sign in as Ana: the password was wrong. Further attempts had to wait 4 seconds.',
  ],
  [
    { kind: 'IMPORT_SOURCE_SET', before: { source: null }, after: { source: 'cow-states' } },
    'Changed the source of Ana from no source to the source cow-states.',
  ],
])('%j reads as a sentence', (given, sentence) => {
  expect(auditSentence(entry(given))).toBe(sentence);
});

test.each(auditKinds)('an entry of kind %s without values still has a sentence', (kind) => {
  expect(auditSentence(entry({ kind }))).toMatch(/^[A-Z].*\.$/);
});

test('the filters of the address survive in the address of the next page', () => {
  const filters = readFilters({ kind: 'SIGNED_IN', day: '2026-11-30', person: '', object: ' CS-7 ' });
  expect(auditAddress(filters, '51')).toBe('/desk/audit?kind=SIGNED_IN&object=CS-7&day=2026-11-30&after=51');
  expect(auditAddress(readFilters({ kind: 'STRANGE' }))).toBe('/desk/audit');
});
