import { loadDemo } from '@chancery/api/demo';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, openApi } from '../support/api.ts';

let api: Api;
/** The revision of the worked case. */
let caseRevision: number;
let head: number;
beforeAll(async () => {
  api = await openApi({ today: () => '2026-11-23' });
  const people = { author: api.people.EDITOR.id, reviewer: api.people.ADMIN.id };
  const loaded = await loadDemo(api.desk, people, () => undefined);
  caseRevision = loaded.find(({ file }) => file === '02-worked-case.json')?.revision ?? 0;
  head = loaded.at(-1)?.revision ?? 0;
  await api.ask('{ revision { number } }');
}, 120_000);
afterAll(() => api.close());

const contract =
  'value reason reasonCode n unknown belowMinimum completeness measure scale weights distance selfTies targetWeights direction alliances organizations system convention coverageRule coverage { dataSet completeness } minimum readingVersion revision year on reference { text doi }';
/** The demo register holds only samples, so values need coverage ANY. */
const any = 'options: { coverage: ANY }';
const russiaAndIran = 'dyad(a: { code: "RUS" }, b: { code: "IRN" })';

/** Returns the value of one field of the dyad of Russia and Iran at the head. */
async function readDyadField<Result>(selection: string): Promise<Result> {
  const { data, errors } = await api.ask(`{ ${russiaAndIran} { it: ${selection} } }`);
  expect(errors).toEqual([]);
  return (data as unknown as { dyad: { it: Result } }).dyad.it;
}

interface Valued {
  readonly value: number | null;
  readonly reason: string | null;
  readonly n: number;
}

describe('a measure of two states', () => {
  it('is returned with its contract, as for the worked case at its own revision', async () => {
    const { data, errors } = await api.ask(
      `{ at(revision: ${caseRevision}) { ${russiaAndIran} { whole: measure(measure: EVENTS_NET) { value reasonCode } net: measure(measure: EVENTS_NET, ${any}) { ${contract} } conflict: measure(measure: EVENTS_CONFLICT, ${any}) { value n } mean: measure(measure: EVENTS_MEAN, ${any}) { value belowMinimum } plover: measure(measure: EVENTS_PLOVER, ${any}) { value } } } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      at: {
        dyad: {
          whole: { value: null, reasonCode: 'NOT_COVERED' },
          net: {
            ...{ value: 23.1, reason: null, reasonCode: null, n: 5, unknown: null },
            ...{ belowMinimum: false, completeness: 'SAMPLE', coverageRule: 'ANY', coverage: [] },
            ...{ minimum: 0, readingVersion: 1 },
            ...{ measure: 'EVENTS_NET', scale: 'Goldstein 1992, as extended to CAMEO: -10 to 10' },
            ...{ weights: null, distance: null, selfTies: null, targetWeights: null },
            ...{ direction: null, alliances: null, organizations: null },
            ...{ system: 'COW', convention: 'STANDARD', revision: caseRevision },
            ...{ year: expect.any(Number), on: expect.any(String) },
            reference: { text: expect.stringMatching(/^Goldstein 1992/), doi: '10.1177/0022002792036002007' },
          },
          conflict: { value: 0, n: 5 },
          mean: { value: 4.62, belowMinimum: false },
          plover: { value: 23.5 },
        },
      },
    });
  });

  it('net cooperation equals that of the event ladder, in total and year by year', async () => {
    const { data } = await api.ask(`{ ${russiaAndIran} {
      ladder { cooperation conflict net mean n years { year cooperation conflict net n } }
      cooperation: measure(measure: EVENTS_COOPERATION, ${any}) { value n } conflict: measure(measure: EVENTS_CONFLICT, ${any}) { value }
      net: measure(measure: EVENTS_NET, ${any}) { value } mean: measure(measure: EVENTS_MEAN, ${any}) { value }
      byYear: series(measure: EVENTS_NET, from: 1990, to: 2026, ${any}) { points { year value n } } } }`);
    const { ladder, byYear, ...values } = (
      data as unknown as {
        dyad: Record<string, { value: number; n: number }> & {
          ladder: { years: ({ year: number | null; net: number } & Valued)[] } & Record<string, number>;
          byYear: { points: ({ year: number } & Valued)[] };
        };
      }
    ).dyad;
    expect(ladder.n).toBeGreaterThan(10);
    for (const name of ['cooperation', 'conflict', 'net', 'mean']) expect(values[name]?.value).toBe(ladder[name]);
    expect(values.cooperation?.n).toBe(ladder.n);
    const known = ladder.years.filter(({ year, n }) => year !== null && n > 0);
    expect(byYear.points.filter(({ n }) => n > 0)).toEqual(known.map(({ year, net, n }) => ({ year, value: net, n })));
  });

  it('has no value where there are no data, and gives the reason', async () => {
    const cases: [selection: string, reasonCode: string, reason: RegExp][] = [
      [
        'measure(measure: VOTES_KAPPA, year: 2014) { value reason reasonCode n }',
        'NOT_COVERED',
        /only a sample|No complete/,
      ],
      [
        `measure(measure: VOTES_KAPPA, year: 1999, ${any}) { value reason reasonCode n }`,
        'NOT_IN_SYSTEM',
        /no ballot of at least one/,
      ],
      [`measure(measure: EVENTS_NET, year: 1950, ${any}) { value reason reasonCode n }`, 'TOO_FEW', /No event/],
      [
        'measure(measure: ALLIANCES_KAPPA, year: 2010) { value reason reasonCode n }',
        'NOT_COVERED',
        /alliances of the Corr/,
      ],
      ['measure(measure: JOINT_EXERCISES, year: 2019) { value reason reasonCode n }', 'NOT_COVERED', /exercises held/],
      ['measure(measure: JOINT_MEMBERSHIPS, year: 2010) { value reason reasonCode n }', 'NOT_COVERED', /memberships/],
      [
        'measure(measure: JOINT_MEMBERSHIPS, year: 2010, options: { organizations: ALL }) { value reason reasonCode n }',
        'NOT_COVERED',
        /memberships of all/,
      ],
    ];
    for (const [selection, reasonCode, reason] of cases)
      expect(await readDyadField(selection)).toEqual({
        value: null,
        reason: expect.stringMatching(reason),
        reasonCode,
        n: 0,
      });
  });

  it('counts joint exercises held and announced separately', async () => {
    const year = 2019;
    const count = (measure: string) =>
      readDyadField<Valued>(`measure(measure: ${measure}, year: ${year}, ${any}) { value reason n }`);
    const held = await count('JOINT_EXERCISES');
    const { exercises } = (
      (
        await api.ask(
          `{ ${russiaAndIran} { exercises(first: 100, later: true) { nodes { status start { earliest latest } } } } }`,
        )
      ).data as unknown as {
        dyad: { exercises: { nodes: { status: string; start: { earliest: string; latest: string } | null }[] } };
      }
    ).dyad;
    const inYear = (statuses: string[]) =>
      exercises.nodes.filter(
        ({ status, start }) =>
          statuses.includes(status) && start?.earliest?.startsWith(`${year}`) && start.latest.startsWith(`${year}`),
      ).length;
    expect(held.value).toBe(inYear(['HELD']) || null);
    const announced = await count('ANNOUNCED_EXERCISES');
    expect(announced.value).toBe(inYear(['ANNOUNCED', 'PLANNED']) || null);
    // In a sample, missing exercises do not count as 0.
    if (announced.value === null) expect(announced.reason).toMatch(/holds only a sample/);
    expect((await count('BILATERAL_EXERCISES')).value ?? 0).toBeLessThanOrEqual(held.value ?? 0);
    expect((await count('DAMPED_EXERCISES')).value ?? 0).toBeLessThanOrEqual(held.value ?? 0);
  });

  it('counts the shared organizations that the dyad lists on a day, and those of unknown dates separately', async () => {
    const { data } = await api.ask(`{ dyad(a: { code: "RUS" }, b: { code: "CHN" }, on: "2019-09-15") {
      sharedOrganizations { totalCount } joint: measure(measure: JOINT_MEMBERSHIPS, options: { organizations: ALL, coverage: ANY }) { value unknown year on completeness } } }`);
    const { sharedOrganizations, joint } = (
      data as unknown as {
        dyad: { sharedOrganizations: { totalCount: number }; joint: { value: number; unknown: number } };
      }
    ).dyad;
    expect(joint).toMatchObject({ year: 2019, on: '2019-09-15', completeness: 'SAMPLE' });
    expect(joint.value).toBe(sharedOrganizations.totalCount);
  });

  it('does not depend on the order of the two states', async () => {
    const { data } = await api.ask(`{
      one: ${russiaAndIran} { measure(measure: VOTES_S, year: 2014, options: { convention: HAEGE_2011, coverage: ANY }) { value n belowMinimum } }
      other: dyad(a: { code: "IRN" }, b: { code: "RUS" }) { measure(measure: VOTES_S, year: 2014, options: { convention: HAEGE_2011, coverage: ANY }) { value n belowMinimum } } }`);
    const { one, other } = data as unknown as Record<string, { measure: Valued }>;
    expect(one).toEqual(other);
    expect(one?.measure.n).toBe(1);
  });

  it('does not count an absence as a vote, unless the convention counts it as an abstention', async () => {
    const under = (options: string) =>
      readDyadField<Valued>(
        `measure(measure: VOTES_S, year: 2014, options: { coverage: ANY, ${options} }) { value reason n }`,
      );
    // Russia voted against 68/262, and Iran was absent.
    expect(await under('')).toEqual({ value: null, reason: expect.stringMatching(/on which both states voted/), n: 0 });
    expect(await under('convention: HAEGE_2011')).toEqual({ value: 0, reason: null, n: 1 });
    expect(await under('convention: HAEGE_2011, distance: SQUARED')).toEqual({ value: 0.5, reason: null, n: 1 });
  });

  it('an option that does not apply to the measure is refused rather than ignored', async () => {
    for (const [measure, options, message] of [
      ['VOTES_S', 'weights: LINEAR', 'The option weights does not apply to VOTES_S. Leave it out.'],
      ['JOINT_MEMBERSHIPS', 'convention: HAEGE_2011', /FULL or FULL_OR_ASSOCIATE, not HAEGE_2011/],
      ['EVENTS_NET', 'scale: BINARY', 'The option scale does not apply to EVENTS_NET. Leave it out.'],
      [
        'ALLIANCES_KAPPA',
        'targetWeights: [{ code: "2", weight: 1 }]',
        'The option targetWeights does not apply to ALLIANCES_KAPPA. Leave it out.',
      ],
      ['ALLIANCES_S', 'targetWeights: [{ code: "2", weight: -1 }]', /0 or more/],
      ['ALLIANCES_S', 'targetWeights: [{ code: "2", weight: 1 }, { code: "2", weight: 2 }]', /each state only once/],
    ] as const) {
      const { errors } = await api.ask(
        `{ ${russiaAndIran} { measure(measure: ${measure}, options: { ${options} }) { value } } }`,
      );
      expect(errors).toEqual([
        expect.objectContaining({
          message: typeof message === 'string' ? message : expect.stringMatching(message),
          path: ['dyad', 'measure'],
          extensions: { code: 'BAD_USER_INPUT' },
        }),
      ]);
    }
  });

  it('a year and a day cannot be given together', async () => {
    const { errors } = await api.ask(
      `{ ${russiaAndIran} { measure(measure: VOTES_S, year: 2014, on: "2014-01-01") { value } } }`,
    );
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('measures of many states', () => {
  it('partners are ranked, and the matrix is symmetric with the same values', async () => {
    const { data, errors } = await api.ask(`{
      state(code: "RUS") { id partners(measure: VOTES_S, year: 2014, first: 300, ${any}) { n reason convention partners { value n state { id code name } } } }
      measureMatrix(measure: VOTES_S, year: 2014, ${any}) { n states { id } values compared reasons { reason reasonCode dyads } } }`);
    expect(errors).toEqual([]);
    const { state, measureMatrix: matrix } = data as unknown as {
      state: { id: string; partners: { n: number; partners: { value: number; state: { id: string } }[] } };
      measureMatrix: {
        n: number;
        states: { id: string }[];
        values: (number | null)[][];
        reasons: { reason: string; dyads: number }[];
      };
    };
    const places = new Map(matrix.states.map(({ id }, at) => [id, at]));
    const row = matrix.values[places.get(state.id) ?? -1] ?? [];
    const { partners } = state.partners;
    expect(partners.length).toBeGreaterThan(150);
    expect(partners.map(({ value }) => value)).toEqual(partners.map(({ value }) => value).sort((a, b) => b - a));
    for (const { value, state: other } of partners) {
      expect(row[places.get(other.id) ?? -1]).toBe(value);
      expect(matrix.values[places.get(other.id) ?? -1]?.[places.get(state.id) ?? -1]).toBe(value);
    }
    expect(row.filter((value) => value !== null)).toHaveLength(partners.length);
    const all = (matrix.states.length * (matrix.states.length - 1)) / 2;
    expect(matrix.n + matrix.reasons.reduce((sum, { dyads }) => sum + dyads, 0)).toBe(all);
  });

  it('a network and a state return the same centrality', async () => {
    // Each costs as much as its network, which is too much for one operation.
    const [ofState, ofNetwork] = [
      await api.ask(
        '{ state(code: "RUS") { id centrality(network: MEMBERSHIPS, year: 2019, organizations: ALL, coverage: ANY) { degree strength harmonic n reason revision } } }',
      ),
      await api.ask(
        '{ measureNetwork(network: MEMBERSHIPS, year: 2019, organizations: ALL, coverage: ANY) { n ties density reason nodes { state { id } degree strength harmonic } } }',
      ),
    ];
    expect([ofState.errors, ofNetwork.errors]).toEqual([[], []]);
    const { state, measureNetwork: network } = { ...ofState.data, ...ofNetwork.data } as unknown as {
      state: { id: string; centrality: Record<string, number> };
      measureNetwork: { n: number; ties: number; nodes: ({ state: { id: string } } & Record<string, number>)[] };
    };
    const { degree, strength, harmonic } = state.centrality;
    expect(network.nodes.find((node) => node.state.id === state.id)).toMatchObject({ degree, strength, harmonic });
    expect(degree).toBeGreaterThan(0);
    expect(state.centrality).toMatchObject({ n: network.n, reason: null, revision: head });
    const { data: none, errors: wrong } = await api.ask(
      '{ measureNetwork(network: ALLIANCES, year: 2019) { n density reason reasonCode nodes { degree } } }',
    );
    expect(wrong).toEqual([]);
    expect(none.measureNetwork).toEqual({
      n: 0,
      density: null,
      reason: expect.stringMatching(/alliances/),
      reasonCode: 'NOT_COVERED',
      nodes: [],
    });
  });

  it('have the documented cost, computed before anything runs', async () => {
    const { extensions } = await api.ask(`{ ${russiaAndIran} { measure(measure: VOTES_S, year: 2014) { value } } }`);
    expect(extensions.cost).toEqual({ points: 21, rows: 0 });
    const { status, errors } = await api.ask(
      '{ states(first: 50) { nodes { partners(measure: VOTES_S, year: 2014) { n } } } }',
    );
    expect(status).toBe(400);
    expect(errors[0]?.extensions).toMatchObject({ code: 'COST_LIMIT', asked: 5_006 });
  });
});

describe('the endpoints', () => {
  const query = `{ revision { number } ${russiaAndIran} { measure(measure: EVENTS_NET) { value revision } } }`;

  it('return the same values, computed at the revision of the response', async () => {
    const [open, desk] = [await api.ask(query), await api.as('CONTRIBUTOR')(query)];
    expect(desk.data).toEqual(open.data);
    const { revision, dyad } = open.data as unknown as {
      revision: { number: number };
      dyad: { measure: { revision: number } };
    };
    expect(dyad.measure.revision).toBe(revision.number);
    expect((open.extensions as unknown as { revision: { number: number } }).revision.number).toBe(revision.number);
    const { errors } = await api.asNobody(query);
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('the public endpoint caches the response and sends an entity tag', async () => {
    const first = await api.get(query);
    const again = await api.get(query);
    expect(again.headers.get('x-cache')).toBe('hit');
    expect([again.text, again.headers.get('etag')]).toEqual([first.text, first.headers.get('etag')]);
    const past = await api.get(
      `{ at(revision: ${caseRevision}) { ${russiaAndIran} { measure(measure: EVENTS_NET) { value } } } }`,
    );
    expect(past.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(past.extensions.revision).toEqual({ number: caseRevision });
  });
});

describe('measure files', () => {
  const file = (path: string, headers: Record<string, string> = {}) => fetch(`${api.url}${path}`, { headers });

  it('are listed at /measures', async () => {
    const { measures } = (await (await file('/measures')).json()) as { measures: { path: string }[] };
    expect(measures.length).toBeGreaterThan(15);
    for (const { path } of measures) {
      const answer = await file(`${path}?year=2014`);
      expect([path, answer.status, (await answer.text()).split('\n')[0]]).toEqual([
        path,
        200,
        `# measure: ${path.slice('/measures/'.length).toUpperCase().replaceAll('-', '_')}`,
      ]);
    }
  });

  it('contain all dyads of a year with the contract, as CSV and as JSON', async () => {
    const csv = await (await file('/measures/votes-s?year=2014')).text();
    const comments = csv.split('\n').filter((line) => line.startsWith('# '));
    expect(comments).toContain(`# revision: ${head}`);
    expect(comments).toContain('# doi: 10.1111/0020-8833.00113');
    const [names, ...lines] = csv.trim().split('\n').slice(comments.length);
    expect(names).toBe('year,a,b,a_id,b_id,value,n,unknown,reason,reason_code,below_minimum,completeness');
    const json = (await (await file('/measures/votes-s?year=2014&format=json')).json()) as {
      measure: string;
      revision: number;
      columns: string[];
      rows: (string | number | null)[][];
    };
    expect(json).toMatchObject({ measure: 'VOTES_S', revision: head, from: 2014, to: 2014 });
    expect(json.rows).toHaveLength(lines.length);
    expect(json.rows.slice(0, 50).map((row) => row.slice(0, 5).join())).toEqual(
      lines.slice(0, 50).map((line) => line.split(',').slice(0, 5).join()),
    );
  });

  it('contain the same series of a dyad as GraphQL', async () => {
    const { points } = await readDyadField<{ points: object[] }>(
      `series(measure: EVENTS_NET, from: 2000, to: 2020, ${any}) { points { year value n reason reasonCode belowMinimum completeness } }`,
    );
    const answer = await file('/measures/events-net?a=365&b=630&from=2000&to=2020&format=json&coverage=ANY');
    const { rows } = (await answer.json()) as { rows: unknown[][] };
    expect(
      rows.map(([year, , , , , value, n, , reason, reasonCode, belowMinimum, completeness]) => ({
        ...{ year, value, n, reason, reasonCode, belowMinimum, completeness },
      })),
    ).toEqual(points);
  });

  it('are public, tagged by revision and cached', async () => {
    const path = '/measures/votes-kappa?year=2014&format=json';
    const first = await file(path);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    const body = await first.text();
    const again = await file(path);
    expect([again.headers.get('x-cache'), again.headers.get('etag'), await again.text()]).toEqual(['hit', etag, body]);
    expect((await file(path, { 'if-none-match': etag })).status).toBe(304);
    const past = await file(`/measures/events-net?year=2019&at=${caseRevision}`);
    expect(past.headers.get('cache-control')).toBe('public, max-age=3600');
    for (const address of ['/measures', path]) {
      const preflight = await fetch(api.url + address, { method: 'OPTIONS' });
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, POST, OPTIONS');
    }
    expect((await file('/measures/nothing')).headers.get('access-control-allow-origin')).toBe('*');
    expect((await fetch(`${api.url}${path}`, { method: 'HEAD' })).status).toBe(200);
  });

  it.each([
    ['/measures/love?year=2014', /There is no measure love/],
    ['/measures/votes-s', /Give either year/],
    ['/measures/votes-s?year=2014&from=2000', /Give either year|Give both the first/],
    ['/measures/votes-s?from=2014&to=2000', /must not be later than the last year/],
    ['/measures/votes-s?from=1&to=999', /At most 300 years/],
    ['/measures/votes-s?year=2014&color=red', /There is no parameter color/],
    ['/measures/votes-s?year=2014&format=xml', /The parameter format/],
    ['/measures/votes-s?year=2014&weights=LINEAR', /does not apply to VOTES_S/],
    ['/measures/alliances-s?year=2014&targetWeights=2', /targetWeights is invalid/],
    ['/measures/votes-s?year=2014&a=365', /both states of the dyad/],
    ['/measures/votes-s?year=2014&a=365&b=RUS', /neither the id of a state nor the number/],
  ])('refuse %s with a message', async (path, message) => {
    const answer = await file(path);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ code: 'BAD_USER_INPUT', message: expect.stringMatching(message) });
  });

  it('refuse a revision that does not exist with a code of its own', async () => {
    const answer = await file('/measures/votes-s?year=2014&at=99999');
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      code: 'NO_SUCH_REVISION',
      message: expect.stringMatching(/There is no revision 99999/),
    });
  });
});
