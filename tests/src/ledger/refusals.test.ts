// What the server refuses: for each editorial rule and each sense that the database guards a changeset sent to the desk,
// refused for that reason alone.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Operation, rules } from '@chancery/changesets';
import { newDeskId, newId, type Values } from '@chancery/codebook';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, openApi } from '../support/api.ts';
import { publish } from '../support/desk.ts';
import { adopt, aSource, cite, create, createWaived, dispute, retire, update } from '../support/operations.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
  await publish(editors(), standing);
  await publish(editors(), [retire(gone.fact)]);
}, 300_000);
afterAll(() => api.close());

const editors = () => [api.people.EDITOR, api.people.ADMIN] as const;

const waivers = { '*': 'made up for a test' };
const made = (type: Parameters<typeof createWaived>[0], values: Values) => createWaived(type, values);

const gazette = aSource();
const [russia, iran] = [made('State', { name: 'Russia' }), made('State', { name: 'Iran' })];
const sco = made('Organization', { name: 'SCO', organizationType: 'IGO_FORMAL' });
const treaty = made('Agreement', { title: 'Treaty', signed: { edtf: '2001-03-12' } });
const member = made('Membership', { member: russia.fact, organization: sco.fact, status: 'FULL' });
const observer = made('Claim', {
  ...{ statement: 'It only observes.', modality: 'REPORTED', polarity: 'AFFIRMS' },
  ...{ subject: member.fact, field: 'status', value: '"OBSERVER"' },
});
const cited = cite(russia.fact, gazette.fact);
const code = made('ExternalCode', { of: russia.fact, scheme: 'COW', value: '365' });
const batch = made('ImportBatch', {
  ...{ title: 'A list', source: gazette.fact, stance: 'SUPPORTS', modality: 'ASSERTED', credibility: 2 },
});
const gone = create('State', { name: 'Utopia' }, { batch: { id: batch.fact, line: 7 } });
const resolution = made('Resolution', { title: 'On peace', forum: sco.fact });
const ballot = made('Ballot', { resolution: resolution.fact, state: iran.fact, choice: 'YES' });
const exercise = made('Exercise', { name: 'Shield', status: 'HELD' });
const event = made('Event', { title: 'Visit', category: 'CONSULT' });
const measure = made('PolicyMeasure', { title: 'Embargo', nature: 'SANCTION' });
const participation = made('Participation', { actor: iran.fact, exercise: exercise.fact, role: 'PARTICIPANT' });
const eventActor = made('EventActor', { event: event.fact, agent: iran.fact, role: 'ACTOR' });
const party = made('MeasureParty', { actor: iran.fact, measure: measure.fact, role: 'SENDER' });
const disputed = dispute(russia.fact, iran.fact);

const standing: Operation[] = [
  ...[gazette, russia, iran, sco, treaty, member, observer, cited, code, batch, gone],
  ...[resolution, ballot, exercise, event, measure, participation, eventActor, party, disputed],
];

const claim = (values: Values, fact = newId('Claim')) =>
  createWaived('Claim', { statement: 'So it is.', modality: 'REPORTED', polarity: 'AFFIRMS', ...values }, fact);

/** For each rule a changeset that the desk takes as a draft and refuses to have submitted. */
const againstRules: Readonly<Record<string, () => Operation[]>> = {
  'fact-is-there': () => [createWaived('State', { name: 'Utopia' }, gone.fact)],
  'citation-is-there': () => [{ ...cite(russia.fact, gazette.fact), citation: cited.citation }],
  'restored-as-it-was': () => [
    {
      ...retire(gone.fact),
      kind: 'restore',
      state: { values: gone.values, batch: { id: batch.fact, line: 8 }, citations: [] },
    },
  ],
  'known-values': () => [made('Agreement', { title: 'Treaty', status: 'HALF_SIGNED' })],
  'required-fields': () => [made('Agreement', { shortTitle: 'Treaty' })],
  'links-exist': () => [made('Agreement', { title: 'Treaty', depositary: newId('State') })],
  'dates-in-order': () => [update(treaty.fact, { ended: null }, { ended: { edtf: '2000' } })],
  'no-duplicate-code': () => [made('ExternalCode', { of: iran.fact, scheme: 'COW', value: '365' })],
  'needs-citation': () => [create('Agreement', { title: 'Treaty' })],
  'confirmed-needs-two-groups': () => [cite(iran.fact, gazette.fact, { credibility: 1 })],
  'hedge-kept': () => {
    const held = claim({ modality: 'ASSERTED' });
    return [held, cite(held.fact, gazette.fact, { modality: 'ALLEGED' })];
  },
  'rival-kept': () => [adopt(member.fact, 'status', observer.fact, { status: 'FULL' }, { status: 'OBSERVER' })],
};

/** For each rule that only warns a changeset that the desk takes with that warning. */
const warnedOf: Readonly<Record<string, () => Operation[]>> = {
  'outside-lifespan': () => {
    const utopia = made('State', { name: 'Utopia', validity: { edtf: '1900/1940' } });
    return [
      utopia,
      made('Membership', {
        ...{ member: utopia.fact, organization: sco.fact, status: 'FULL' },
        validity: { edtf: '2001/..' },
      }),
    ];
  },
};

/** For each constraint of the database that no rule stands before a changeset that only the database refuses. */
const againstDatabase: Readonly<Record<string, () => Operation[]>> = {
  place_has_no_country: () => [made('Place', { name: 'Strait', placeType: 'STRAIT', country: iran.fact })],
  organization_own_parent: () => [update(sco.fact, { parent: null }, { parent: sco.fact })],
  source_own_origin: () => [update(gazette.fact, { derivedFrom: null }, { derivedFrom: gazette.fact })],
  membership_in_itself: () => [made('Membership', { member: sco.fact, organization: sco.fact, status: 'FULL' })],
  obligation_to_itself: () => [
    made('Obligation', { agreement: treaty.fact, from: iran.fact, to: iran.fact, obligationType: 'DEFENSE' }),
  ],
  state_relation_to_itself: () => [made('StateRelation', { from: iran.fact, to: iran.fact, relationType: 'SUCCEEDS' })],
  dispute_with_itself: () => [dispute(iran.fact, iran.fact)],
  follows_itself: () => [made('Follows', { later: treaty.fact, earlier: treaty.fact, relation: 'AMENDS' })],
  claim_rival_value: () => [claim({ subject: iran.fact, field: 'name' })],
  claim_about_itself: () => {
    const id = newId('Claim');
    return [claim({ subject: id }, id)];
  },
  ballot_once: () => [made('Ballot', { ...ballot.values, choice: 'NO' })],
  participation_once: () => [made('Participation', participation.values)],
  event_actor_once: () => [made('EventActor', eventActor.values)],
  measure_party_once: () => [made('MeasureParty', party.values)],
  dispute_once: () => [dispute(iran.fact, russia.fact)],
};

/** Constraints that a rule stands before: no changeset comes to them, so the ledger's own login tries them by hand. */
const behindRules: Readonly<Record<string, string>> = {
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

interface Submitted {
  readonly __typename: string;
  readonly problems?: readonly { readonly code: string; readonly message: string; readonly fact: string | null }[];
}

/** Puts operations into a draft, past the desk's reading of them if need be, and submits it over HTTP. */
async function submit(operations: readonly Operation[], stored = false): Promise<Submitted> {
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
  const { submitChangeset } = data as { submitChangeset?: Submitted };
  if (!submitChangeset) throw new Error(text);
  return submitChangeset;
}

describe('the server refuses', () => {
  // What the codebook no longer knows can only be in a draft that was written before: it is put there by hand.
  it.each(Object.entries(againstRules))('%s: what breaks this rule and no other', async (rule, operations) => {
    const refused = await submit(operations(), rule === 'known-values');
    expect(refused).toMatchObject({ __typename: 'Refused', conflicts: [], changeset: { status: 'DRAFT' } });
    expect(refused.problems?.map((problem) => problem.code)).toEqual([rule]);
    expect(refused.problems?.[0]?.message).toMatch(/^.{20,}\.$/);
  });

  it.each(Object.entries(warnedOf))('nothing for %s alone, but says so', async (rule, operations) => {
    const taken = await submit(operations());
    expect(taken).toMatchObject({
      __typename: 'Submitted',
      warnings: [{ code: rule, severity: 'WARNING', message: expect.stringMatching(/^[A-Z].{20,}\.$/) }],
    });
  });

  it.each(Object.entries(againstDatabase))('%s: what the database alone finds senseless', async (name, operations) => {
    const refused = await submit(operations());
    expect(refused).toMatchObject({ __typename: 'Refused', changeset: { status: 'DRAFT' } });
    expect(refused.problems).toMatchObject([{ code: name.replaceAll('_', '-'), severity: 'ERROR' }]);
    expect(refused.problems?.[0]?.message).toMatch(/^[A-Z].{20,}\.$/);
  });

  it('a value that its field does not take, already when it is appended', async () => {
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

describe('nothing that is guarded goes untried', () => {
  it('each rule that there is, by its file and in the list of rules, has a changeset above', () => {
    const folder = join(import.meta.dirname, '../../../packages/changesets/src/rules');
    const files = readdirSync(folder).flatMap((file) => /^(?!index\b)([a-z-]+)\.ts$/.exec(file)?.[1] ?? []);
    expect([...Object.keys(againstRules), ...Object.keys(warnedOf)].sort()).toEqual(files.sort());
    expect(rules.map(({ code: known }) => known).sort()).toEqual(files);
  });

  it('each constraint that says what makes sense has a changeset above, or a rule before it', async () => {
    // Those that the codebook asks for (_cbk) guard what known-values checks, and are compared with it elsewhere.
    const { rows } = await api.desk.owner.query<{ name: string }>(
      `SELECT conname AS name FROM pg_constraint
       WHERE connamespace = 'register'::regnamespace AND contype IN ('c', 'u', 'x') AND conname NOT LIKE '%\\_cbk'
       ORDER BY 1`,
    );
    const tried = [...Object.keys(againstDatabase), ...Object.keys(behindRules)];
    expect(rows.map(({ name }) => name)).toEqual(tried.sort());
  });

  it.each(Object.entries(behindRules))('%s stands behind its rule', async (name, statement) => {
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

  it('what was refused has left nothing behind', async () => {
    const { rows } = await api.desk.owner.query('SELECT number FROM ledger.head');
    expect(rows).toEqual([{ number: 2 }]);
  });
});
