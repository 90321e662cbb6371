import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { freePort } from '../embedded-postgres/free-port.ts';

let partner: Promise<Server> | undefined;

/**
 * Returns a TCP port of loopback for a server that another process will start. On Linux, the system assigns the port to
 * nobody else until this process ends; on other systems this is `freePort`, whose port the system may assign again before
 * the server listens.
 *
 * A connection of this process has the port as its own. Linux does not assign such a port, but lets a server listen on it
 * because both set SO_REUSEADDR, as Node does.
 */
export async function reservedPort(): Promise<number> {
  if (process.platform !== 'linux') return freePort();
  partner ??= listen();
  const address = (await partner).address();
  if (address === null || typeof address === 'string') throw new Error('The partner of reserved ports does not listen');
  const port = await freePort();
  const connection = connect({ host: '127.0.0.1', port: address.port, localPort: port });
  await once(connection, 'connect');
  connection.unref();
  return port;
}

async function listen(): Promise<Server> {
  const server = createServer((socket) => socket.unref());
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  return server;
}
