// For each editorial rule and each database constraint: a changeset that the server refuses for that reason alone.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Operation, rules } from '@chancery/changesets';
import { newDeskId, newId, type Values } from '@chancery/codebook';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, openApi } from '../support/api.ts';
import { publish } from '../support/desk.ts';
import { adopt, cite, create, createSource, createWaived, dispute, retire, update } from '../support/operations.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
  await publish(editors(), published);
  await publish(editors(), [retire(retired.fact)]);
}, 300_000);
afterAll(() => api.close());

const editors = () => [api.people.EDITOR, api.people.ADMIN] as const;

const waivers = { '*': 'made up for a test' };
const waived = (type: Parameters<typeof createWaived>[0], values: Values) => createWaived(type, values);

const gazette = createSource();
const [russia, iran] = [waived('State', { name: 'Russia' }), waived('State', { name: 'Iran' })];
const sco = waived('Organization', { name: 'SCO', organizationType: 'IGO_FORMAL' });
const treaty = waived('Agreement', { title: 'Treaty', signed: { edtf: '2001-03-12' } });
const member = waived('Membership', { member: russia.fact, organization: sco.fact, status: 'FULL' });
const observer = waived('Claim', {
  ...{ statement: 'It only observes.', modality: 'REPORTED', polarity: 'AFFIRMS' },
  ...{ subject: member.fact, field: 'status', value: '"OBSERVER"' },
});
const citation = cite(russia.fact, gazette.fact);
const code = waived('ExternalCode', { of: russia.fact, scheme: 'COW', value: '365' });
const batch = waived('ImportBatch', {
  ...{ title: 'A list', source: gazette.fact, stance: 'SUPPORTS', modality: 'ASSERTED', credibility: 2 },
});
const retired = create('State', { name: 'Utopia' }, { batch: { id: batch.fact, line: 7 } });
const resolution = waived('Resolution', { title: 'On peace', forum: sco.fact });
const ballot = waived('Ballot', { resolution: resolution.fact, state: iran.fact, choice: 'YES' });
const exercise = waived('Exercise', { name: 'Shield', status: 'HELD' });
const event = waived('Event', { title: 'Visit', category: 'CONSULT' });
const measure = waived('PolicyMeasure', { title: 'Embargo', nature: 'SANCTION' });
const participation = waived('Participation', { actor: iran.fact, exercise: exercise.fact, role: 'PARTICIPANT' });
const eventActor = waived('EventActor', { event: event.fact, agent: iran.fact, role: 'ACTOR' });
const party = waived('MeasureParty', { actor: iran.fact, measure: measure.fact, role: 'SENDER' });
const disputed = dispute(russia.fact, iran.fact);

const published: Operation[] = [
  ...[gazette, russia, iran, sco, treaty, member, observer, citation, code, batch, retired],
  ...[resolution, ballot, exercise, event, measure, participation, eventActor, party, disputed],
];

const claim = (values: Values, fact = newId('Claim')) =>
  createWaived('Claim', { statement: 'So it is.', modality: 'REPORTED', polarity: 'AFFIRMS', ...values }, fact);

/** For each rule, operations that can be drafted but not submitted. */
const ruleViolations: Readonly<Record<string, () => Operation[]>> = {
  'fact-is-there': () => [createWaived('State', { name: 'Utopia' }, retired.fact)],
  'citation-is-there': () => [{ ...cite(russia.fact, gazette.fact), citation: citation.citation }],
  'restored-as-it-was': () => [
    {
      ...retire(retired.fact),
      kind: 'restore',
      state: { values: retired.values, batch: { id: batch.fact, line: 8 }, citations: [] },
    },
  ],
  'known-values': () => [waived('Agreement', { title: 'Treaty', status: 'HALF_SIGNED' })],
  'required-fields': () => [waived('Agreement', { shortTitle: 'Treaty' })],
  'links-exist': () => [waived('Agreement', { title: 'Treaty', depositary: newId('State') })],
  'dates-in-order': () => [update(treaty.fact, { ended: null }, { ended: { edtf: '2000' } })],
  'no-duplicate-code': () => [waived('ExternalCode', { of: iran.fact, scheme: 'COW', value: '365' })],
  'needs-citation': () => [create('Agreement', { title: 'Treaty' })],
  'confirmed-needs-two-groups': () => [cite(iran.fact, gazette.fact, { credibility: 1 })],
  'hedge-kept': () => {
    const hedged = claim({ modality: 'ASSERTED' });
    return [hedged, cite(hedged.fact, gazette.fact, { modality: 'ALLEGED' })];
  },
  'rival-kept': () => [adopt(member.fact, 'status', observer.fact, { status: 'FULL' }, { status: 'OBSERVER' })],
};

/** For each rule that only warns, operations that are submitted with that warning. */
const ruleWarnings: Readonly<Record<string, () => Operation[]>> = {
  'outside-lifespan': () => {
    const utopia = waived('State', { name: 'Utopia', validity: { edtf: '1900/1940' } });
    return [
      utopia,
      waived('Membership', {
        ...{ member: utopia.fact, organization: sco.fact, status: 'FULL' },
        validity: { edtf: '2001/..' },
      }),
    ];
  },
};

/** For each constraint that no rule checks, operations that only the database refuses. */
const constraintViolations: Readonly<Record<string, () => Operation[]>> = {
  place_has_no_country: () => [waived('Place', { name: 'Strait', placeType: 'STRAIT', country: iran.fact })],
  organization_own_parent: () => [update(sco.fact, { parent: null }, { parent: sco.fact })],
  source_own_origin: () => [update(gazette.fact, { derivedFrom: null }, { derivedFrom: gazette.fact })],
  membership_in_itself: () => [waived('Membership', { member: sco.fact, organization: sco.fact, status: 'FULL' })],
  obligation_to_itself: () => [
    waived('Obligation', { agreement: treaty.fact, from: iran.fact, to: iran.fact, obligationType: 'DEFENSE' }),
  ],
  state_relation_to_itself: () => [
    waived('StateRelation', { from: iran.fact, to: iran.fact, relationType: 'SUCCEEDS' }),
  ],
  dispute_with_itself: () => [dispute(iran.fact, iran.fact)],
  follows_itself: () => [waived('Follows', { later: treaty.fact, earlier: treaty.fact, relation: 'AMENDS' })],
  claim_rival_value: () => [claim({ subject: iran.fact, field: 'name' })],
  claim_about_itself: () => {
    const id = newId('Claim');
    return [claim({ subject: id }, id)];
  },
  ballot_once: () => [waived('Ballot', { ...ballot.values, choice: 'NO' })],
  participation_once: () => [waived('Participation', participation.values)],
  event_actor_once: () => [waived('EventActor', eventActor.values)],
  measure_party_once: () => [waived('MeasureParty', party.values)],
  dispute_once: () => [dispute(iran.fact, russia.fact)],
};

/** For each constraint that a rule checks first, SQL that violates it when run as the ledger's login. */
const unreachableConstraints: Readonly<Record<string, string>> = {
  external_code_once: `INSERT INTO register.external_code (id, of_id, scheme, value)
    SELECT '${newId('ExternalCode')}', of_id, scheme, value FROM register.external_code LIMIT 1;
    SET CONSTRAINTS register.external_code_once IMMEDIATE`,
  tombstone_reason: `INSERT INTO register.tombstone (id, type, label, reason)
    SELECT '${newId('State')}', type, label, '' FROM register.tombstone LIMIT 1`,
};

const submission = `mutation ($id: ID!, $version: Int!) {
  submitChangeset(changeset: $id, version: $version) {
    __typename
    ... on Refused { problems { code severity message fact } conflicts { field } changeset { status } }
    ... on Submitted { warnings { code severity message } }
  }
}`;

interface SubmitOutcome {
  readonly __typename: string;
  readonly problems?: readonly { readonly code: string; readonly message: string; readonly fact: string | null }[];
}

/**
 * Drafts operations, submits them over HTTP and returns the outcome. With `stored`, writes them into the draft by SQL,
 * without the checks of the desk.
 */
async function submit(operations: readonly Operation[], stored = false): Promise<SubmitOutcome> {
  const { EDITOR } = api.people;
  const draft = await EDITOR.drafts(stored ? [] : operations);
  if (stored) {
    for (const [at, { id, kind, type, fact, ...payload }] of operations.entries())
      await api.desk.owner.query(
        `INSERT INTO desk.operation (id, changeset_id, ordinal, kind, type, fact_id, payload, added_version, added_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8)`,
        [id, draft.id, at, kind, type, fact, payload, EDITOR.id],
      );
  }
  const { data, text } = await EDITOR.ask(submission, { id: draft.id, version: draft.version });
  const { submitChangeset } = data as { submitChangeset?: SubmitOutcome };
  if (!submitChangeset) throw new Error(`submitChangeset failed: ${text}`);
  return submitChangeset;
}

describe('the server refuses', () => {
  // Values that the codebook does not define exist only in drafts from before a change of the codebook, so write them
  // by SQL.
  it.each(Object.entries(ruleViolations))('a violation of the rule %s', async (rule, operations) => {
    const refused = await submit(operations(), rule === 'known-values');
    expect(refused).toMatchObject({ __typename: 'Refused', conflicts: [], changeset: { status: 'DRAFT' } });
    expect(refused.problems?.map((problem) => problem.code)).toEqual([rule]);
    expect(refused.problems?.[0]?.message).toMatch(/^.{20,}\.$/);
  });

  it.each(Object.entries(ruleWarnings))('nothing for %s, which is a warning', async (rule, operations) => {
    const outcome = await submit(operations());
    expect(outcome).toMatchObject({
      __typename: 'Submitted',
      warnings: [{ code: rule, severity: 'WARNING', message: expect.stringMatching(/^[A-Z].{20,}\.$/) }],
    });
  });

  it.each(Object.entries(constraintViolations))('a violation of the constraint %s', async (name, operations) => {
    const refused = await submit(operations());
    expect(refused).toMatchObject({ __typename: 'Refused', changeset: { status: 'DRAFT' } });
    expect(refused.problems).toMatchObject([{ code: name.replaceAll('_', '-'), severity: 'ERROR' }]);
    expect(refused.problems?.[0]?.message).toMatch(/^[A-Z].{20,}\.$/);
  });

  it('an invalid value when it is appended', async () => {
    const draft = await api.people.EDITOR.drafts([]);
    const { data } = await api.people.EDITOR.ask(
      `mutation ($id: ID!, $operations: [OperationInput!]!) {
        appendOperations(changeset: $id, version: 0, operations: $operations) {
          __typename ... on Refused { problems { code field } }
        }
      }`,
      {
        id: draft.id,
        operations: [
          {
            ...{ id: newDeskId('operation'), kind: 'CREATE', fact: newId('Agreement'), waivers },
            values: { title: 'Treaty', status: 'HALF_SIGNED', sealed: true },
          },
        ],
      },
    );
    expect(data).toEqual({
      appendOperations: {
        __typename: 'Refused',
        problems: [
          { code: 'known-values', field: 'status' },
          { code: 'known-values', field: 'sealed' },
        ],
      },
    });
  });
});

describe('every rule and constraint is tested', () => {
  it('every rule has a case above, a file and a place in the list of rules', () => {
    const folder = join(import.meta.dirname, '../../../packages/changesets/src/rules');
    const files = readdirSync(folder).flatMap((file) => /^(?!index\b)([a-z-]+)\.ts$/.exec(file)?.[1] ?? []);
    expect([...Object.keys(ruleViolations), ...Object.keys(ruleWarnings)].sort()).toEqual(files.sort());
    expect(rules.map((rule) => rule.code).sort()).toEqual(files);
  });

  it('every constraint has a case above', async () => {
    // Constraints with the suffix _cbk are generated from the codebook and tested by codebook-and-storage.test.ts.
    const { rows } = await api.desk.owner.query<{ name: string }>(
      `SELECT conname AS name FROM pg_constraint
       WHERE connamespace = 'register'::regnamespace AND contype IN ('c', 'u', 'x') AND conname NOT LIKE '%\\_cbk'
       ORDER BY 1`,
    );
    const tested = [...Object.keys(constraintViolations), ...Object.keys(unreachableConstraints)];
    expect(rows.map(({ name }) => name)).toEqual(tested.sort());
  });

  it.each(Object.entries(unreachableConstraints))('%s refuses what its rule would miss', async (name, statement) => {
    const client = await api.desk.writer.connect();
    try {
      await client.query('BEGIN');
      await client.query("SELECT set_config('chancery.revision', '99', true)");
      const refused = client.query(statement);
      await expect(refused).rejects.toMatchObject({ constraint: name });
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('refused changesets leave the head unchanged', async () => {
    const { rows } = await api.desk.owner.query('SELECT number FROM ledger.head');
    expect(rows).toEqual([{ number: 2 }]);
  });
});
