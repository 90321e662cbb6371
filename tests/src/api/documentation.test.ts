import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { loadDemo } from '@chancery/api/demo';
import { maxPageSize } from '@chancery/codebook';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, validate } from 'graphql';
import { type Api, errorStatus, limits, openApi } from '../support/api.ts';
import { createReaderClient, publicSchema as readSchema } from '../support/reader-client.ts';

const root = resolve(import.meta.dirname, '../../..');
const guide = readFileSync(join(root, 'docs/api.md'), 'utf8');

/** The examples of the guide, each with the variables that follow it. */
const examples = [...guide.matchAll(/```graphql\n([\s\S]*?)```(?:\n\n```json\n([\s\S]*?)```)?/g)].map(
  ([, query = '', variables = '{}']) => ({
    query,
    variables: JSON.parse(variables) as Record<string, unknown>,
    begins: query.replaceAll(/\s+/g, ' ').slice(0, 60),
  }),
);

/** Returns the rows of the table under a heading of the guide, as cells and without the header. */
function tableUnder(heading: string): string[][] {
  const section = guide.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('the examples of docs/api.md', () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi();
    await loadDemo(api.desk, { author: api.people.EDITOR.id, reviewer: api.people.ADMIN.id }, () => undefined);
  }, 300_000);
  afterAll(() => api.close());

  it('there are at least nine', () => {
    expect(examples.length).toBeGreaterThanOrEqual(9);
  });

  it.each(examples)(
    '$begins … is answered with data in every part, by one statement if it has no measures',
    async ({ query, variables }) => {
      const answer = await api.ask(query, variables);
      expect(answer).toMatchObject({ status: 200, errors: [] });
      for (const [name, part] of Object.entries(answer.data)) {
        expect([name, part]).not.toEqual([name, null]);
        expect(JSON.stringify(part)).not.toMatch(/^\{"(nodes|edges)":\[\]/);
      }
      // The reader's schema has no measures, which the API computes.
      if (validate(readSchema, parse(query)).length > 0) return;
      const reader = createReaderClient(api.desk.reader);
      expect(await reader.data(query, variables)).toEqual(answer.data);
      expect(reader.statements).toHaveLength(1);
    },
  );

  it('paging through the first example returns every row once', async () => {
    const query = examples[0]?.query ?? '';
    const seen: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const { data } = await api.ask(query, { after });
      const rows = data.rows as unknown as {
        totalCount: number;
        nodes: { id: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      seen.push(...rows.nodes.map(({ id }) => id));
      total = rows.totalCount;
      after = rows.pageInfo.hasNextPage ? rows.pageInfo.endCursor : null;
    } while (after !== null);
    expect(total).toBeGreaterThan(20);
    expect(new Set(seen).size).toBe(total);
    expect(seen).toHaveLength(total);
  });
});

describe('docs/api.md', () => {
  it('lists exactly the error codes of the API with their statuses', () => {
    const documented = tableUnder('Errors').map(([code = '', status]) => [code.replaceAll('`', ''), Number(status)]);
    expect(Object.fromEntries(documented)).toEqual(errorStatus);
    expect(documented).toHaveLength(Object.keys(errorStatus).length);
  });

  it('lists the limits of the API with their values', () => {
    const documented = tableUnder('Limits').map(([, figure = '', code = '']) => [
      code.replaceAll('`', ''),
      Number(figure.replaceAll(',', '')),
    ]);
    expect(documented).toEqual([
      ['BODY_LIMIT', limits.body.public],
      ['TOKEN_LIMIT', limits.tokens],
      ['DEPTH_LIMIT', limits.depth],
      ['DEPTH_LIMIT', limits.introspectionDepth],
      ['ALIAS_LIMIT', limits.aliases],
      ['DIRECTIVE_LIMIT', limits.directives],
      ['FIELD_LIMIT', limits.read.fields],
      ['DEPTH_LIMIT', limits.inputDepth],
      ['FILTER_LIMIT', limits.read.conditions],
      ['FILTER_LIMIT', limits.read.listValues],
      ['FILTER_LIMIT', limits.inputObjects],
      ['PAGE_SIZE', maxPageSize],
      ['ROWS_LIMIT', limits.rows],
      ['COST_LIMIT', limits.points],
      ['TIMEOUT', 3],
      ['status 408, and the connection is closed', limits.secondsToSend],
    ]);
  });
});

describe('links of the documentation', () => {
  const pages = [
    'README.md',
    'ARCHITECTURE.md',
    ...['docs', 'docs/decisions'].flatMap((folder) =>
      readdirSync(join(root, folder))
        .filter((name) => name.endsWith('.md'))
        .map((name) => `${folder}/${name}`),
    ),
  ];

  it.each(pages)('links of %s have existing targets', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^[a-z]+:/.test(link));
    const broken = links.filter((link) => {
      const [path = '', heading] = link.split('#');
      const file = path === '' ? join(root, page) : join(root, dirname(page), path);
      if (!existsSync(file)) return true;
      return heading !== undefined && !headingsOf(file).includes(heading);
    });
    expect(broken).toEqual([]);
  });
});

function headingsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
