import { createServer } from 'node:net';

/** Whether this process can listen on the port, both on all addresses and on 127.0.0.1 alone. */
export async function canListenOn(port: number): Promise<boolean> {
  for (const host of [undefined, '127.0.0.1']) if (!(await canListen(port, host))) return false;
  return true;
}

function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
