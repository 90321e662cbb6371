// Chancery as it is served: the whole API with its limits, masking and log, as main.js puts it together. Only the room
// for kept answers may be set to none, so that reading is measured and not remembering.
import { makeLog, makeServer, readSettings } from '@chancery/api';
import { report } from './report.mjs';

const read = readSettings(process.env);
if ('problems' in read) throw new Error(read.problems.join('\n'));
const { settings } = read;
const log = makeLog(settings.logLevel);
const options = process.env.BENCH_CACHE === undefined ? {} : { cacheBytes: Number(process.env.BENCH_CACHE) };
const { app } = await makeServer(settings, log, options);
await app.listen({ port: settings.port, host: '127.0.0.1' });
report(app.server);
