// Chancery: the complete API with limits, error masking and log, as in main.js. BENCH_CACHE=0 disables the response
// cache, to measure reads.
import { makeLog, makeServer, readSettings } from '@chancery/api';
import { report } from './report.mjs';

const read = readSettings(process.env);
if ('errors' in read) throw new Error(read.errors.join('\n'));
const { settings } = read;
const log = makeLog(settings.logLevel);
const options = process.env.BENCH_CACHE === undefined ? {} : { cacheBytes: Number(process.env.BENCH_CACHE) };
const { app } = await makeServer(settings, log, options);
await app.listen({ port: settings.port, host: '127.0.0.1' });
report(app.server);
