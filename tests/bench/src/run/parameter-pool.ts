import { withClient } from '@chancery/prisma';
import { listValues } from '../register/generated-fact.ts';
import { randomFrom } from '../register/random.ts';
import { authors, regions, subjects } from '../register/words.ts';
import type { ParameterPool } from '../shapes/shape.ts';

/** Reads the values from which the parameters of the shapes are picked; the same for the same register and day. */
export async function readParameterPool(url: string): Promise<ParameterPool> {
  return withClient(url, async (client) => {
    const texts = async (sql: string) => (await client.query<{ text: string }>(sql)).rows.map(({ text }) => text);
    const names = await texts('SELECT name AS text FROM register.state ORDER BY id');
    const codes = await texts("SELECT value AS text FROM register.external_code WHERE scheme = 'ISO_A3' ORDER BY id");
    const abbreviations = await texts('SELECT abbreviation AS text FROM register.organization ORDER BY id LIMIT 60');
    const random = randomFrom(6);
    return {
      codes,
      states: await texts('SELECT id AS text FROM register.state ORDER BY id'),
      instrumentTypes: listValues('Agreement', 'instrumentType'),
      texts: [
        ...names,
        ...names.slice(0, 60).map((name) => name.slice(1, 5)),
        ...subjects,
        ...regions,
        ...abbreviations,
        ...codes.slice(0, 60),
        ...authors.map((author) => `${author} ${random.within(1960, 2025)}`),
        ...subjects.map((subject) => `${random.pick(regions)} notes on ${subject}`),
      ],
      today: new Date().toISOString().slice(0, 10),
    };
  });
}
