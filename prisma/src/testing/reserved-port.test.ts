import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { expect, test } from '@jest/globals';
import { reservedPort } from './reserved-port.ts';

async function listen(port: number): Promise<Server> {
  const server = createServer().listen({ port, host: '127.0.0.1', exclusive: true });
  await once(server, 'listening');
  return server;
}

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not a TCP server');
  return address.port;
}

const testOnLinux = process.platform === 'linux' ? test : test.skip;

testOnLinux('a server can listen on a reserved port, which the system assigns to no other', async () => {
  const ports: number[] = [];
  for (let i = 0; i < 100; i++) ports.push(await reservedPort());
  const servers = await Promise.all(ports.map(listen));
  expect(servers.map(portOf)).toEqual(ports);
  await Promise.all(servers.map(close));
  // The system assigns ports at random: without the reservation, about seven of the hundred would be among these.
  const others: Server[] = [];
  for (let i = 0; i < 1000; i++) others.push(await listen(0));
  expect(others.map(portOf).filter((port) => ports.includes(port))).toEqual([]);
  await Promise.all(others.map(close));
});
