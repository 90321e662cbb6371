// Wrong page addresses, each with its status and what its page must say, as a client without scripts sees it.
import { loadDemo, seedId } from '@chancery/api/demo';
import { newId } from '@chancery/codebook';
import { reservedPort } from '@chancery/prisma/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, openApi } from '../support/api.ts';
import { createWaived } from '../support/operations.ts';
import { buildAdmin } from './support/admin-build.ts';
import { type AdminServer, startAdmin } from './support/admin-server.ts';

let api: Api;
let admin: AdminServer;
let origin: string;
/** The ids of a draft and of facts of the demo register that rows name in braces, as in `/sources/{source}`. */
const ids: Record<string, string> = { iran: seedId('st:IRN'), missing: newId('State') };

beforeAll(async () => {
  const port = await reservedPort();
  origin = `http://127.0.0.1:${port}`;
  [api] = await Promise.all([openApi({}, { adminOrigin: origin }), buildAdmin()]);
  const { EDITOR, ADMIN } = api.people;
  await loadDemo(api.desk, { author: EDITOR.id, reviewer: ADMIN.id }, () => undefined);
  const { data } = await api.ask('{ agreements(first: 1) { nodes { id } } sources(first: 1) { nodes { id } } }');
  const { agreements, sources } = data as Record<string, { nodes: { id: string }[] }>;
  ids.agreement = agreements?.nodes[0]?.id ?? '';
  ids.source = sources?.nodes[0]?.id ?? '';
  const drafted = createWaived('Person', { name: 'Drafted' });
  ids.drafted = drafted.fact;
  ids.draft = (await EDITOR.drafts([drafted])).id;
  admin = await startAdmin(port, api.url, { CHANCERY_ADMIN_ORIGIN: origin });
}, 600_000);
afterAll(async () => {
  await admin.close();
  await api.close();
});

const fill = (path: string) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');

/** Requests a page as a client without scripts, and returns its status, the text of its main part and the links in it. */
async function read(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(origin + path, { redirect: 'manual', headers: { accept: 'text/html', ...headers } });
  const html = await response.text();
  const main = /<main.*<\/main>/s.exec(html)?.[0].replaceAll(/<script.*?<\/script>|<!--.*?-->/gs, '') ?? '';
  const decode = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#x27;', "'").replaceAll('&quot;', '"');
  return {
    status: response.status,
    location: response.headers.get('location'),
    text: decode(main.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')),
    links: [...main.matchAll(/<a [^>]*?href="(\/[^"]*)"/g)].map(([, href = '']) => decode(href)),
    hasForm: main.includes('<form'),
  };
}

type Row = readonly [path: string, status: 400 | 404, message: RegExp];

const noRevision = /no revision 99: the latest is \d+/i;
const cursor = /not a cursor/i;

const publicRows: readonly Row[] = [
  ['/nonsense', 404, /There is no page “\/nonsense”/],
  ['/a/b/c/d', 404, /This address has no page/],
  ['/nonsense/IRN', 404, /no list “nonsense”/],
  ['/states/ZZZ', 404, /No state has the code or id “ZZZ”/],
  ['/states/SCO', 404, /No state has the code or id “SCO”/],
  ['/states/st_nonsense', 404, /No state has the code or id “st_nonsense”/],
  ['/states/100%25', 404, /No state has the code or id “100%”/],
  ['/states/ZZZ?at=99', 404, noRevision],
  ['/states/IRN?at=latest', 400, /at: “latest” is not the number of a revision\. Give a whole number from 1/],
  ['/states/{missing}', 404, /The register has no state with the id st_/],
  ['/states/{missing}?at=1', 404, /revision 1/],
  ['/organizations/Nobody', 404, /No organization has the code or id “Nobody”/],
  ['/agreements/nonsense', 404, /“nonsense” is not the id of any agreement/],
  ['/states/{iran}?at=99', 404, noRevision],
  ['/states/{iran}?on=2019-02-30', 400, /on: “2019-02-30” is not a day\. Give a day as YYYY-MM-DD/],
  ['/states/{iran}?citations=x', 400, /citations: this page has no such parameter\. Its parameters are at, on/],
  ['/sources/{source}?citations=x', 400, cursor],
  ['/facts/nonsense', 404, /No fact or citation has the id “nonsense”/],
  ['/facts/nonsense?at=99', 404, noRevision],
  ['/facts/{iran}?on=now', 400, /on: “now” is not a day/],
  ['/revisions/0', 404, /“0” is not the number of a revision/],
  ['/revisions/first', 404, /“first” is not the number of a revision/],
  ['/revisions/99', 404, noRevision],
  ['/revisions/1?at=99', 404, noRevision],
  ['/revisions/1?after=x', 400, cursor],
  ['/revisions?after=x', 400, cursor],
  ['/revisions?page=2', 400, /page: this page has no such parameter\. Its parameters are at, on, after, before/],
  ['/?at=0', 400, /at: “0” is not the number of a revision/],
  ['/?at=1.5', 400, /at: “1\.5” is not/],
  ['/?at=99', 404, noRevision],
  ['/?at=1&at=2', 400, /at: the address gives this more than once/],
  ['/?on=today', 400, /on: “today” is not a day/],
  ['/states?at=99', 404, noRevision],
  ['/states?orderBy=AREA_ASC', 400, /orderBy: “AREA_ASC” is not one of the values here\. Give .*NAME_ASC/],
  ['/states?hide=nothing', 400, /hide: “nothing” is not one of the values/],
  ['/states?color=red', 400, /color: this page has no such parameter/],
  ['/states?after=x', 400, cursor],
  ['/states?after=x&before=y', 400, /Give one of the two/],
  ['/memberships?status=CHIEF', 400, /status: “CHIEF” is not one of the values here\. Give .*FULL/],
  ['/memberships?member=IRN', 400, /member: “IRN” is not the id of a record/],
  ['/memberships?member={agreement}', 400, /type agreement\. Give the id of one of these types: state, organization/],
  ['/memberships?member={missing}', 400, /member: “st_.*” is the id of no fact at this revision/],
  ['/memberships?validity.is=MAYBE', 400, /validity\.is: “MAYBE” is not one of the values here\. Give CERTAIN/],
  ['/exercises?start.from=2019-02-30', 400, /start\.from: “2019-02-30” is not a year or a day/],
  ['/exercises?start.to=spring', 400, /start\.to: “spring” is not a year or a day/],
  ['/exercises?start.from=2020&start.to=2019', 400, /start\.to: 2019 is before 2020/],
  ['/exercises?start.reading=certain', 400, /start\.reading: give a year or a day in start\.from or start\.to/],
  ['/exercises?start.from=2019&start.reading=perhaps', 400, /Give certain or possible/],
  ['/exercises/calendar?year=2019', 400, /year: this page has no such parameter/],
  ['/exercises/calendar?before=x', 400, cursor],
  [`/search?q=${'iran '.repeat(50)}`, 400, /q: “iran .*” is too long\. Give at most 200 characters/],
  ['/search?query=iran', 400, /query: this page has no such parameter\. Its parameters are q, at, on, after/],
  ['/search?at=99', 404, noRevision],
  ['/search?q=iran&after=x', 400, cursor],
  ['/dyad/ZZZ/IRN', 404, /No actor has the three-letter code, abbreviation or id ZZZ/],
  ['/dyad/{agreement}/IRN', 404, /No actor has the three-letter code, abbreviation or id agr_/],
  ['/dyad/IRN/IRN', 400, /Iran/],
  ['/dyad/RUS/IRN?later=yes', 400, /later: “yes” is not one of the values here\. Give 1/],
  ['/dyad/RUS/IRN?at=99', 404, noRevision],
  ['/dyad?from=RUS&to=IRN', 400, /from: this page has no such parameter\. Its parameters are a, b, at, on/],
  ['/dyad?a=Qqqqqqq&b=IRN', 404, /Qqqqqqq/],
  ['/set-up', 400, /The link is incomplete/],
  ['/codebook?at=3', 400, /at: this page has no parameters/],
];

const deskRows: readonly Row[] = [
  ['/desk/nonsense', 404, /There is no page “\/desk\/nonsense”/],
  ['/desk/nonsense/new', 404, /no list “nonsense”/],
  ['/desk/states/nonsense', 404, /No fact or citation has the id “nonsense”/],
  ['/desk/states/{missing}', 404, /This state was not found/],
  ['/desk/states/{iran}?draft=1', 400, /draft: this page has no such parameter/],
  ['/desk/states/nonsense/history', 404, /No fact or citation has the id “nonsense”/],
  ['/desk/states/{missing}/history', 404, /The register has never had this fact/],
  ['/desk/states/{iran}/history?before=x', 400, /before: “x” is not the number of a revision/],
  ['/desk/states?orderBy=AREA_ASC', 400, /orderBy: “AREA_ASC” is not one of the values here/],
  ['/desk/states?page=2', 400, /page: this page has no such parameter/],
  ['/desk/states?after=x', 400, cursor],
  ['/desk/exercises?status=PERHAPS', 400, /status: “PERHAPS” is not one of the values here/],
  ['/desk/changesets?status=OPEN', 400, /status: “OPEN” is not one of the values here\. Give DRAFT/],
  ['/desk/changesets?mine=no', 400, /mine: “no” is not one of the values here\. Give yes/],
  ['/desk/changesets?after=x', 400, cursor],
  ['/desk/changesets/99999', 404, /There is no such changeset/],
  ['/desk/changesets/nonsense', 404, /There is no such changeset/],
  ['/desk/changesets/nonsense/review', 404, /There is no such changeset/],
  ['/desk/changesets/nonsense/conflicts', 404, /There is no such changeset/],
  ['/desk/changesets/{draft}/review?after=x', 400, /after: “x” is not the id of a fact/],
  ['/desk/changesets/{draft}/review?group=x', 400, /group: the changeset has no group “x”/],
  ['/desk/imports?after=x', 400, cursor],
  ['/desk/imports/nonsense', 404, /There is no such import/],
  ['/desk/imports/nonsense?outcome=MAYBE', 400, /outcome: “MAYBE” is not one of the values here/],
  ['/desk/audit?kind=NAPPED', 400, /kind: “NAPPED” is not one of the values here/],
  ['/desk/audit?person=nobody', 400, /person: nobody at this desk has the id “nobody”/],
  ['/desk/audit?day=2019-02-30', 400, /day: “2019-02-30” is not a day/],
  ['/desk/audit?after=x', 400, cursor],
];

it('there are at least 40 wrong addresses', () =>
  expect(publicRows.length + deskRows.length).toBeGreaterThanOrEqual(40));

describe('a wrong address is answered with 404 or 400, a message, and a way out that works', () => {
  it.each(publicRows)('%s: %i', async (path, status, message) => {
    const page = await read(fill(path));
    expect([page.status, page.text]).toEqual([status, expect.stringMatching(message)]);
    await expectWayOut(page);
  });

  it.each(deskRows)('at the desk, %s: %i', async (path, status, message) => {
    const { cookie } = api.people.ADMIN;
    const page = await read(fill(path), { cookie });
    expect([page.status, page.text]).toEqual([status, expect.stringMatching(message)]);
    await expectWayOut(page, { cookie });
  });
});

/**
 * Expects a form, or links of which each leads to a page. Where an address has several mistakes, a link may lead to a page
 * about the next one.
 */
async function expectWayOut(
  { links, hasForm }: Awaited<ReturnType<typeof read>>,
  headers: Record<string, string> = {},
  mistakes = 2,
): Promise<void> {
  expect(links.length > 0 || hasForm).toBe(true);
  for (const link of links.slice(0, 3)) {
    const page = await read(link, headers);
    if (page.status < 400) continue;
    expect([link, page.status, mistakes]).toEqual([link, expect.any(Number), 2]);
    await expectWayOut(page, headers, mistakes - 1);
  }
}

describe('what looks wrong and is right', () => {
  it.each([
    '/states?orderBy=&after=&color=',
    '/states?utm_source=letter&fbclid=x',
    '/memberships?status=FULL&status=OBSERVER&hide=status&validity.is=CERTAIN&validity.is=PRESUMED',
    '/memberships?member={iran}&on=2016-01-01&at=3',
    '/exercises?start.from=2019&start.to=2019&start.reading=certain',
    '/search',
    '/dyad',
    '/revisions/1?at=2&on=2016-01-01',
  ])('%s is answered with 200', async (path) => {
    const page = await read(fill(path));
    expect([page.text, page.status]).toEqual([expect.any(String), 200]);
  });

  it.each([
    ['/desk/people/{iran}', '/desk/states/{iran}'],
    ['/desk/people/{iran}/history?before=2', '/desk/states/{iran}/history?before=2'],
  ])('%s leads to %s', async (path, target) => {
    const page = await read(fill(path), { cookie: api.people.ADMIN.cookie });
    expect([page.status, page.location]).toEqual([307, fill(target)]);
  });

  it('a draft is known to its author before it is merged, and to nobody else', async () => {
    const { EDITOR, ADMIN } = api.people;
    const statuses = await Promise.all(
      [EDITOR, ADMIN].map(async ({ cookie }) => (await read(fill('/desk/people/{drafted}'), { cookie })).status),
    );
    expect(statuses).toEqual([200, 404]);
  });
});

/** Sends a request as a program that reads JSON. */
function send(method: string, path: string, headers: Record<string, string> = {}) {
  const sent = { accept: 'application/json', origin, ...headers };
  return fetch(origin + path, { method, headers: sent, redirect: 'manual' });
}

describe('a client that asks for JSON', () => {
  it.each([
    ['/nowhere', 404, /nothing at this address/],
    ['/a/b/c/d', 404, /nothing at this address/],
    ['/nowhere/IRN', 404, /nothing at this address/],
    ['/graphql/nowhere', 404, /nothing at this address/],
    ['/measures/votes-kappa/2014', 404, /nothing at this address/],
    ['/desk/nowhere/at/all', 404, /nothing at this address/],
    ['/desk/auth/nowhere', 404, /./],
    ['/states/IRN', 406, /a page in HTML.*\/graphql/],
    ['/', 406, /a page in HTML.*\/graphql/],
  ])('gets JSON from %s, with status %i', async (path, status, message) => {
    const response = await send('GET', path);
    const body = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      expect.stringMatching(/^application\/json/),
    ]);
    expect(JSON.stringify(JSON.parse(body))).toMatch(message);
  });

  it.each([
    ['/states', 'application/json, text/plain, */*', 200],
    ['/nowhere', 'text/html, application/json', 404],
  ])('gets the page %s if it accepts %s', async (path, accept, status) => {
    const response = await send('GET', path, { accept });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      expect.stringMatching(/^text\/html/),
    ]);
  });
});

describe('another method than an address accepts is answered with 405 and Allow', () => {
  it.each([
    ['POST', '/', 'GET, HEAD'],
    ['POST', '/states/IRN', 'GET, HEAD'],
    ['PUT', '/search', 'GET, HEAD'],
    ['DELETE', '/desk/changesets', 'GET, HEAD'],
    ['PATCH', '/nowhere', 'GET, HEAD'],
    ['PUT', '/graphql', 'GET, POST'],
    ['DELETE', '/measures', 'GET'],
    ['POST', '/measures/votes-kappa', 'GET'],
    ['POST', '/graphiql', 'GET'],
    ['GET', '/desk/graphql', 'POST'],
    ['GET', '/desk/set-up', 'POST'],
    ['GET', '/desk/imports/files', 'POST'],
    ['POST', '/desk/imports/nonsense/errors.csv', 'GET'],
    ['DELETE', '/desk/auth/get-session', 'GET'],
    ['GET', '/desk/auth/sign-out', 'POST'],
  ])('%s %s: %s', async (method, path, allow) => {
    const response = await send(method, path);
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(((await response.json()) as { message: string }).message).toMatch(/accepts only (GET|POST)/);
  });
});
