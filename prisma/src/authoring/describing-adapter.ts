import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type pg from 'pg';

// Postgres' internal type "char", which the engine reads from the catalogue and the adapter refuses; "bpchar" it takes.
const char = 18;
const bpchar = 1042;

type Answer = { fields?: { dataTypeID: number }[]; rows: object };
type Inside = { performIO: (query: unknown) => Promise<Answer> };

/** Prisma's adapter over a pool, taught the one type that it lacks to describe a database. */
export function describingAdapter(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  const connect = async () => {
    const adapter = await factory.connect();
    const chars = new WeakMap<object, number[]>();
    // The method is private, and there is no other place between the query and the refusal.
    const inside = adapter as unknown as Inside;
    const perform = inside.performIO.bind(adapter);
    inside.performIO = async (query) => {
      const answer = await perform(query);
      const at = (answer.fields ?? []).flatMap((field, index) => (field.dataTypeID === char ? [index] : []));
      for (const field of answer.fields ?? []) if (field.dataTypeID === char) field.dataTypeID = bpchar;
      chars.set(answer.rows, at);
      return answer;
    };
    const query = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (asked) => {
      const result = await query(asked);
      for (const index of chars.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: () => Promise.reject(new Error('the database is migrated by us, so no shadow is needed')),
  };
}
