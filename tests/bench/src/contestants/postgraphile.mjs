// PostGraphile 5 on the same tables, as its users would configure it: the recommended preset, simplified names, filters
// (also on relations), and smart tags for relations that the foreign keys do not define.
import { createServer } from 'node:http';
import { PgSimplifyInflectionPreset } from '@graphile/simplify-inflection';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { addPgTableOrderBy, jsonPgSmartTags, orderByAscDesc } from 'postgraphile/utils';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';
import { report } from './report.mjs';

// Some foreign keys point at the table of all facts. These tags add the relations of the shapes without a join through it.
const smartTags = {
  external_code: { unique: 'scheme,value', foreignKey: '(of_id) references register.state (id)|@fieldName state' },
  membership: {
    foreignKey: '(member_id) references register.state (id)|@fieldName memberState|@foreignFieldName memberships',
  },
  party_action: {
    foreignKey: '(actor_id) references register.state (id)|@fieldName actingState|@foreignFieldName partyActions',
  },
  citation: {
    foreignKey: '(fact_id) references register.agreement (id)|@fieldName agreement|@foreignFieldName citations',
  },
};

/**
 * Returns a plugin that adds the order `name` to a table: by `attribute`, with missing values last as in Chancery's
 * lists.
 * @param {string} tableName
 * @param {string} name
 * @param {string} attribute
 */
function orderWithNullsLast(tableName, name, attribute) {
  return addPgTableOrderBy({ schemaName: 'register', tableName }, () =>
    orderByAscDesc(name, attribute, { nulls: 'last' }),
  );
}

/** @type {GraphileConfig.Preset} */
const preset = {
  extends: [PostGraphileAmberPreset, PgSimplifyInflectionPreset, PostGraphileConnectionFilterPreset],
  plugins: [
    jsonPgSmartTags({
      version: 1,
      config: {
        class: Object.fromEntries(Object.entries(smartTags).map(([table, tags]) => [`register.${table}`, { tags }])),
      },
    }),
    orderWithNullsLast('agreement', 'SIGNED', 'signed_earliest'),
    orderWithNullsLast('exercise', 'START', 'start_earliest'),
  ],
  // Allows filters on columns without their own index.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  schema: { connectionFilterRelations: true, defaultBehavior: '-insert -update -delete' },
  // The fastest way to serialize responses.
  grafserv: { graphiql: false, watch: false, outputDataAsString: true },
  grafast: { explain: false },
  pgServices: [
    makePgService({
      connectionString: process.env.BENCH_DATABASE ?? '',
      schemas: ['register', 'contestants'],
      poolConfig: { max: 10 },
    }),
  ],
};

const instance = postgraphile(preset);
if (process.argv.includes('--print-schema')) {
  const { printSchema } = await import('postgraphile/graphql');
  console.log(printSchema(await instance.getSchema()));
  process.exit(0);
}
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => report(server));
