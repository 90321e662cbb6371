import { createServer } from 'node:net';

/** Returns a TCP port on which no process listens on loopback at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('The system did not assign a port'));
        else resolve(address.port);
      });
    });
  });
}
