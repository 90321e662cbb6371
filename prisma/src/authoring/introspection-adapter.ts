import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type pg from 'pg';

// OIDs of Postgres types. The engine reads columns of the internal type "char" from the catalog; the adapter rejects
// that type but accepts "bpchar".
const char = 18;
const bpchar = 1042;

type QueryResult = { fields?: { dataTypeID: number }[]; rows: object };
type AdapterInternals = { performIO: (query: unknown) => Promise<QueryResult> };

/**
 * Returns Prisma's adapter over a pool, extended to read columns of the Postgres type "char". The engine reads such
 * columns when it introspects a database.
 */
export function introspectionAdapter(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  const connect = async () => {
    const adapter = await factory.connect();
    const charColumns = new WeakMap<object, number[]>();
    // The method is private, but there is no public hook between the query and the rejection.
    const internals = adapter as unknown as AdapterInternals;
    const performIO = internals.performIO.bind(adapter);
    internals.performIO = async (query) => {
      const result = await performIO(query);
      const columns = (result.fields ?? []).flatMap((field, index) => (field.dataTypeID === char ? [index] : []));
      for (const field of result.fields ?? []) if (field.dataTypeID === char) field.dataTypeID = bpchar;
      charColumns.set(result.rows, columns);
      return result;
    };
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const index of charColumns.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: () =>
      Promise.reject(new Error('No shadow database: migrations are planned on the database itself')),
  };
}
