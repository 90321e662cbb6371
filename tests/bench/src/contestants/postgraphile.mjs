// PostGraphile 5 over the same tables, as its users would set it up: its recommended preset, names without suffixes,
// filters (on relations too), and smart tags for the ways through the register that its foreign keys do not show.
import { createServer } from 'node:http';
import { PgSimplifyInflectionPreset } from '@graphile/simplify-inflection';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { addPgTableOrderBy, jsonPgSmartTags, orderByAscDesc } from 'postgraphile/utils';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';
import { report } from './report.mjs';

// Links point at any fact; these say which ways the shapes take, so that no table need be joined in between.
const leadsTo = {
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
 * The order of Chancery's lists, in which what has no date comes last.
 * @param {string} tableName
 * @param {string} name
 * @param {string} attribute
 */
function datedLast(tableName, name, attribute) {
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
        class: Object.fromEntries(Object.entries(leadsTo).map(([table, tags]) => [`register.${table}`, { tags }])),
      },
    }),
    datedLast('agreement', 'SIGNED', 'signed_earliest'),
    datedLast('exercise', 'START', 'start_earliest'),
  ],
  // Columns without an index of their own may be filtered by, too.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  schema: { connectionFilterRelations: true, defaultBehavior: '-insert -update -delete' },
  // Its fastest way of writing answers.
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
