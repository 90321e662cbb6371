import { seedId } from '@chancery/api/demo';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCaseFile } from './case-folder.ts';
import { type CaseRegister, openCaseRegister } from './case-register.ts';

/** The compared fields of a row of worked.json. */
interface CaseRow {
  readonly id: string;
  readonly locators: readonly { readonly para: string; readonly line: number }[];
  readonly speaker: string;
  readonly hedge: string | null;
  readonly modality: string;
  readonly credibility: string;
  readonly status: string;
  readonly dateEdtf: string | null;
  readonly stance: string;
  readonly type: 'link' | 'event' | 'claim';
}
interface RegisterFact {
  readonly type: string;
  readonly evidenceStatus: string;
  readonly polarity?: string;
  readonly date?: { readonly edtf: string } | null;
  readonly citations: {
    readonly nodes: readonly {
      readonly field: string | null;
      readonly paragraph: string;
      readonly line: string;
      readonly hedge: string | null;
      readonly modality: string;
      readonly grade: string;
      readonly stance: string;
      readonly attributedTo: { readonly id: string } | null;
    }[];
  };
}

const text = readCaseFile('worked.json');
const rows: readonly CaseRow[] = text === undefined ? [] : JSON.parse(text).rows;

// C18 is the second citation of C17, and L09 is a field of the Caspian agreement.
const keyOf = (row: CaseRow) => ({ C18: 'C17', L09: 'agr:CASPIAN' })[row.id] ?? row.id;
const polarities: Readonly<Record<string, string>> = { supports: 'AFFIRMS', refutes: 'DENIES', neutral: 'OPEN' };

let register: CaseRegister;
beforeAll(async () => {
  register = await openCaseRegister();
}, 300_000);
afterAll(() => register.close());

(text === undefined ? describe.skip : describe)('the rows of worked.json at the revision of the case', () => {
  it('are 56 and correspond to 55 facts, one of them a field', () => {
    expect(rows).toHaveLength(56);
    expect(new Set(rows.map(keyOf)).size).toBe(55);
  });

  it.each(rows.map((row) => [row.id, row] as const))(
    '%s has the same locators, hedge, speaker, grade and status in the register',
    async (_id, row) => {
      const { node } = await register.atCase<{
        node: RegisterFact;
      }>(`node(id: "${seedId(keyOf(row))}") { ... on Fact { type evidenceStatus
      citations(first: 20) { nodes { field paragraph line hedge modality grade stance attributedTo { id } } } }
      ... on Claim { polarity date { edtf } } ... on Event { date { edtf } } }`);
      for (const { para, line } of row.locators) {
        const cited = node.citations.nodes.filter(
          (citation) => citation.paragraph === para.slice(1) && (row.id !== 'L09' || citation.field === 'signed'),
        );
        expect(cited).toEqual([
          {
            field: row.id === 'L09' ? 'signed' : null,
            paragraph: para.slice(1),
            line: String(line),
            hedge: row.hedge,
            modality: row.modality.toUpperCase(),
            grade: `F${row.credibility}`,
            stance: 'SUPPORTS',
            attributedTo: row.speaker === 'unattributed' ? null : { id: seedId(row.speaker) },
          },
        ]);
      }
      if (row.id !== 'L09') expect(node.evidenceStatus).toBe(row.status.toUpperCase());
      if (row.type === 'event') expect(node.date?.edtf).toBe(row.dateEdtf);
      if (row.type === 'claim') {
        expect(node.polarity).toBe(polarities[row.stance]);
        expect(node.date?.edtf ?? null).toBe(row.dateEdtf);
      }
    },
  );

  it('are in a register that has the expected number of facts of each type', async () => {
    const counts = await register.atCase<Record<string, { totalCount: number }>>(
      `events { totalCount } claims { totalCount } disputes { totalCount } memberships { totalCount } partyActions { totalCount }
       participations { totalCount } people { totalCount } organizations { totalCount } agreements { totalCount }
       exercises { totalCount } policyMeasures { totalCount } places { totalCount } ballots { totalCount } eventActors { totalCount }`,
    );
    const of = (counted: Record<string, number>) =>
      Object.fromEntries(Object.entries(counted).map(([name, totalCount]) => [name, { totalCount }]));
    expect(counts).toEqual(
      of({
        events: 13,
        claims: 29,
        disputes: 9,
        memberships: 7,
        partyActions: 3,
        participations: 2,
        people: 9,
        organizations: 7,
        agreements: 2,
        exercises: 1,
        policyMeasures: 2,
        places: 6,
        ballots: 0,
        eventActors: 30,
      }),
    );
  });
});
