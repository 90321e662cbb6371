// Loaded into the admin: finishes open requests after SIGTERM, while new ones get a 503. Next.js itself would only close
// idle connections, and cut a request that a client has just sent on one of them.
import { subscribe } from 'node:diagnostics_channel';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';

// Clients with an idle connection learn within this time that it will be closed, in milliseconds.
const leastTime = 500;

/** @type {Set<import('node:http').Server>} */
const servers = new Set();
/** @type {Set<import('node:http').ServerResponse>} */
const open = new Set();

subscribe('http.server.request.start', (message) => {
  const { server, response } =
    /** @type {{ server: import('node:http').Server, response: import('node:http').ServerResponse }} */ (message);
  servers.add(server);
  open.add(response);
  response.once('close', () => open.delete(response));
});

let isDraining = false;
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) {
  process.on(signal, async () => {
    if (isDraining) return;
    isDraining = true;
    for (const server of servers) server.removeAllListeners('request').on('request', refuse);
    for (const response of open) if (!response.headersSent) response.setHeader('connection', 'close');
    const begin = performance.now();
    while (open.size > 0 || performance.now() - begin < leastTime) await sleep(20);
    // After this pause all connections that have arrived are accepted, so that closing cuts none that waits for that.
    await setImmediate();
    for (const server of servers) server.close();
    while (open.size > 0) await sleep(5);
    process.exit(0);
  });
}

/** @type {import('node:http').RequestListener} */
function refuse(_request, response) {
  response
    .writeHead(503, { 'retry-after': '5', connection: 'close', 'content-type': 'text/plain; charset=utf-8' })
    .end('Chancery is stopping. Try again in a few seconds.\n');
}
