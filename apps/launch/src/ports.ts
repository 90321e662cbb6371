import { createServer } from 'node:net';

/** Whether this process can listen on the port, on all addresses, on 127.0.0.1 alone and on `address` alone. */
export async function canListenOn(port: number, address = '127.0.0.1'): Promise<boolean> {
  for (const host of [undefined, ...new Set(['127.0.0.1', address])]) if (!(await canListen(port, host))) return false;
  return true;
}

function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
