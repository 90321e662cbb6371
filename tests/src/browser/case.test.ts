import { seedId } from '@chancery/api/demo';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCaseFile } from '../case/case-folder.ts';
import { type BrowserSetup, openBrowser, openBrowserTimeout, type Visit } from './support/browser.ts';

// The requirements of the worked case, checked on the pages at its revision. tests/src/case checks them through
// GraphQL.
let browsing: BrowserSetup;
beforeAll(async () => {
  browsing = await openBrowser();
}, openBrowserTimeout);
afterAll(() => browsing.close());

/** The revision of the worked case in the demo register. */
const caseRevision = 2;
const collections: Readonly<Record<string, string>> = {
  agr: 'agreements',
  cl: 'claims',
  ev: 'events',
  ex: 'exercises',
  mem: 'memberships',
  act: 'party-actions',
  par: 'participations',
  pl: 'places',
  org: 'organizations',
};

/** Returns the path of the page of a fact of the case, at the revision of the case. */
function pathOf(key: string): string {
  const id = seedId(key);
  return `/${collections[id.slice(0, id.indexOf('_'))]}/${id}?at=${caseRevision}`;
}

const atRecord = <Result>(key: string, story: (visit: Visit) => Promise<Result>) =>
  browsing.visit(pathOf(key), {}, story);
const atDyad = <Result>(a: string, b: string, story: (visit: Visit) => Promise<Result>) =>
  browsing.visit(`/dyad/${a}/${b}?at=${caseRevision}`, {}, story);
const textOf = (visit: Visit) => visit.page.getByRole('main').innerText();
const foldSpaces = (text: string) => text.replace(/\s+/g, ' ');

/** The part of a row of worked.json that these tests compare. */
interface CaseRow {
  readonly id: string;
  readonly locators: readonly { readonly para: string; readonly line: number }[];
  readonly speaker: string;
  readonly hedge: string | null;
  readonly credibility: string;
}

const text = readCaseFile('worked.json');
const worked = text === undefined ? { rows: [], entities: [] } : JSON.parse(text);
const rows: readonly CaseRow[] = worked.rows;

// C18 is the second citation of C17, and L09 is a field of the Caspian agreement.
const keyOf = ({ id }: CaseRow) => ({ C18: 'C17', L09: 'agr:CASPIAN' })[id] ?? id;

describe('dyad pages of the worked case', () => {
  it('3. show facts in dispute side by side, each with its grade', () =>
    atDyad('RUS', 'IRN', async ({ page }) => {
      const disputes = await page.locator('#disputes li').allInnerTexts();
      const pairs = [
        ['The Kremlin will trade Iran away', 'Moscow is expected to stay with Tehran'],
        ['Russia has already let Iran ship crude', 'A Crimean official says'],
        ['Moscow let Israel know', 'Russia does keep its commitments'],
        ['Russia refuses', 'Russia does keep its commitments'],
        ['Russia neglected', 'Russia does keep its commitments'],
        ['China is the one to blame', 'Russia does keep its commitments'],
        ['Russia cheated Iran', 'Russia does keep its commitments'],
      ] as const;
      for (const [one, other] of pairs) {
        expect(disputes.filter((dispute) => dispute.includes(one) && dispute.includes(other))).toHaveLength(1);
      }
    }));

  it('5. show the Hormuz exercise as announced and no exercise as held, as does the calendar', async () => {
    await atDyad('RUS', 'IRN', async ({ page }) => {
      const figures = await page
        .getByRole('navigation', { name: 'On this page' })
        .getByRole('listitem')
        .allInnerTexts();
      expect(figures.map(foldSpaces)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^– ?no record of ?exercises held$/), '1 exercise announced']),
      );
      expect(await page.locator('#exercises li[id] > svg[data-status="ANNOUNCED"]').count()).toBe(1);
    });
    await browsing.visit(`/exercises/calendar?at=${caseRevision}`, {}, async (visit) => {
      expect(foldSpaces(await textOf(visit))).toContain('0 held, 1 announced');
      const line = visit.page.locator(`[id="${seedId('ex:HORMUZ19')}"]`);
      expect(await line.getAttribute('data-status')).toBe('ANNOUNCED');
      expect(await line.innerText()).toContain('date not stated');
    });
  });

  it('6. show the September talks under 2019 with the year marked as inferred, and undated claims last', () =>
    atDyad('RUS', 'IRN', async ({ page }) => {
      const talks = page.locator('#events-2019 li', { hasText: 'Lavrov and Zarif held talks in Moscow' });
      expect(await talks.innerText()).toContain('2 September 2019 (year inferred)');
      const claims = await page.locator('#claims li').allInnerTexts();
      const stated = claims.map((claim) => !claim.includes('date not stated'));
      expect(stated).toContain(true);
      expect(stated.slice(stated.indexOf(false))).not.toContain(true);
    }));

  it('7. show BRICS as shared by Russia with China, India, Brazil and South Africa, and ASEAN as not shared', async () => {
    for (const other of ['CHN', 'IND', 'BRA', 'ZAF']) {
      await browsing.visit(`/dyad/RUS/${other}?at=${caseRevision}&on=2019-09-15`, {}, async ({ page }) => {
        const both = page.getByRole('table', { name: 'Both are members', exact: true });
        const shared = await both.getByRole('rowheader').allInnerTexts();
        expect(shared.map((name) => name.split('\n')[0])).toEqual(['BRICS']);
      });
    }
  });

  it('9. show speculation among the claims with its modality, and not on the event ladder', () =>
    atDyad('RUS', 'IRN', async ({ page }) => {
      const claim = page.locator('#claims li', { hasText: 'The Kremlin will trade Iran away' });
      expect(await claim.innerText()).toMatch(/speculated, speculation, no speaker named/);
      expect(await page.locator('#events').innerText()).not.toContain('Kremlin');
    }));

  it('10. show a cooperation of 23.1, no conflict and five events, without counting allegations', () =>
    atDyad('RUS', 'IRN', async ({ page }) => {
      const sums = foldSpaces(await page.locator('#ladder header').innerText());
      expect(sums).toContain('cooperation +23.1 · conflict 0 · n = 5');
      expect(await page.locator('#events li').count()).toBe(5);
      const claims = foldSpaces(await page.locator('#claims').innerText());
      for (const alleged of ['Moscow let Israel know', 'Russia refuses', 'Russia neglected', 'Russia cheated Iran'])
        expect(claims).toContain(alleged);
    }));
});

describe('record pages of the worked case', () => {
  it('1. show C17 and C18 as one claim with two citations; the stronger wording does not change grade or corroboration', () =>
    atRecord('C17', async ({ page }) => {
      const evidence = page.getByRole('region', { name: /^Evidence for the fact as a whole/ });
      const evidenceText = await evidence.innerText();
      expect(evidenceText).toContain('reportedly');
      expect(evidenceText).toContain('reports confirm');
      expect(await evidence.getByRole('img', { name: /^Grade / }).count()).toBe(2);
      expect(await evidence.getByRole('img', { name: /^Grade F4/ }).count()).toBe(2);
      const head = page.locator('main header').first();
      expect(await head.getByRole('img', { name: /^Grade F4/ }).count()).toBe(1);
      expect(await head.innerText()).toContain('1 independent source');
    }));

  it.each([
    ['C15', 'Moscow is expected to stay with Tehran'],
    ['C27', 'The Kremlin will trade Iran away'],
    ['C01', 'A Crimean official says Iran may use Crimean ports'],
    ['E01', 'Russia has already let Iran ship crude'],
    ['C05', 'Russia voted for all six'],
    ['E12', 'Russia objected to UNSC resolutions'],
    ['C16', 'Russia does keep its commitments'],
    ['C19', 'Moscow let Israel know'],
  ])('3. %s: show the fact that it is in dispute with: %s', (key, other) =>
    atRecord(key, async (visit) => expect(foldSpaces(await textOf(visit))).toContain(other)),
  );

  it('4. show the controller and both claimants of Crimea, and no country', () =>
    atRecord('pl:CRIMEA', async ({ page }) => {
      const part = page.getByRole('region', { name: 'Control and claims' });
      expect(
        await part
          .getByRole('region', { name: 'Controlled in fact by' })
          .getByRole('link', { name: 'Russia' })
          .isVisible(),
      ).toBe(true);
      const claimants = part.getByRole('region', { name: 'Claimed by' });
      for (const name of ['Russia', 'Ukraine'])
        expect(await claimants.getByRole('link', { name, exact: true }).isVisible()).toBe(true);
      expect(await part.innerText()).toContain('does not assign this place to a state');
    }));

  it('4. show that no state is recorded as controlling or claiming the Strait of Hormuz', () =>
    atRecord('pl:HORMUZ', async ({ page }) => {
      const part = page.getByRole('region', { name: 'Control and claims' });
      expect(await part.innerText()).toContain(
        'The register has no record of a state that controls or claims this place.',
      );
    }));

  it('8. show that Russia and Iran signed the Caspian agreement but did not ratify it, each needing a second source', () =>
    atRecord('agr:CASPIAN', async ({ page }) => {
      const table = page.getByRole('table', { name: 'Participants' });
      const lines = await table.locator('tbody tr').allInnerTexts();
      expect(lines).toHaveLength(2);
      for (const line of lines.map(foldSpaces)) {
        expect(line).toMatch(/^(Iran|Russia) August 2018 .*Needs a second source.* Signatory$/);
        expect(line).not.toContain('Ratification');
      }
    }));

  it('show at the head the five participants of the Caspian convention, of which only Iran has not ratified', () =>
    browsing.visit(pathOf('agr:CASPIAN').replace(`?at=${caseRevision}`, ''), {}, async ({ page }) => {
      const lines = await page.getByRole('table', { name: 'Participants' }).locator('tbody tr').allInnerTexts();
      const status = lines.map(foldSpaces).map((line) => `${line.split(' ')[0]} ${line.split(' ').at(-1)}`);
      expect(status).toEqual([
        'Azerbaijan Contracting',
        'Iran Signatory',
        'Kazakhstan Contracting',
        'Russia Contracting',
        'Turkmenistan Contracting',
      ]);
    }));
});

(text === undefined ? describe.skip : describe)('rows of the worked case', () => {
  it('number 56', () => expect(rows).toHaveLength(56));

  it.each(rows.map((row) => [row.id, row] as const))('%s: show locator, hedge, speaker and grade', (_id, row) =>
    atRecord(keyOf(row), async ({ page }) => {
      const { data } = await browsing.api.ask(
        `{ at(revision: ${caseRevision}) { speaker: node(id: "${row.speaker === 'unattributed' ? seedId('pe:TAZMINI') : seedId(row.speaker)}") { ... on Fact { label } } } }`,
      );
      // Citations of a field are collapsed in the row of that field.
      await page.evaluate("document.querySelectorAll('main details').forEach((details) => { details.open = true; })");
      const register: { speaker: { label: string } } | undefined = data.at;
      if (!register) throw new Error(`the demo register has no revision ${caseRevision}`);
      for (const { para, line } of row.locators) {
        const cited = page.getByRole('main').locator('li', { hasText: `paragraph ${para.slice(1)}, line ${line}` });
        const citationTexts = (await cited.allInnerTexts()).map(foldSpaces);
        const matching = citationTexts.filter(
          (citation) =>
            (row.hedge === null || citation.includes(row.hedge)) &&
            citation.includes(row.speaker === 'unattributed' ? 'no speaker named' : register.speaker.label),
        );
        expect(matching.length).toBeGreaterThan(0);
        expect(
          await cited.getByRole('img', { name: new RegExp(`^Grade F${row.credibility}:`) }).count(),
        ).toBeGreaterThan(0);
      }
    }),
  );
});
