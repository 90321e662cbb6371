// Slow clients occupy connections, so a request, or each chunk of an uploaded file, must arrive within a timeout.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Api, openApi } from '../support/api.ts';

const sendTimeout = 600;
const uploadTimeout = 5_000;
let api: Api;
beforeAll(async () => {
  api = await openApi({ sendTimeout, uploadTimeout });
}, 60_000);
afterAll(() => api.close());

/**
 * Sends the headers of a request and then its body, one chunk every `every` milliseconds. Returns what the server sent
 * until the connection closed.
 */
async function send(path: string, headers: readonly string[], chunks: readonly string[], every: number) {
  const { hostname, port } = new URL(api.url);
  const socket: Socket = connect(Number(port), hostname);
  let received = '';
  socket.on('data', (chunk: Buffer) => {
    received += chunk.toString();
    // Only one response is expected.
    if (received.includes('\r\n\r\n')) socket.end();
  });
  // The server may reset the connection.
  socket.on('error', () => undefined);
  const closed = once(socket, 'close');
  const length = chunks.join('').length;
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: ${hostname}\r\ncontent-length: ${length}\r\n${headers.join('\r\n')}\r\n\r\n`,
  );
  for (const chunk of chunks) {
    await sleep(every);
    if (socket.writable) socket.write(chunk);
  }
  await closed;
  return received;
}

const chunks = Array.from({ length: 8 }, (_, at) => `column ${at}\n`);
const body = JSON.stringify({ query: '{ revision { number } }' });

it('a body that arrives in time is answered; a slow one gets 408', async () => {
  const json = ['content-type: application/json'];
  const halves = [body.slice(0, 9), body.slice(9)];
  expect(await send('/graphql', json, halves, sendTimeout / 10)).toMatch(/^HTTP\/1.1 200 /);
  expect(await send('/graphql', json, halves, sendTimeout * 0.8)).toMatch(/^HTTP\/1.1 408 /);
});

it('a file may take longer than the timeout, as long as each chunk arrives in time', async () => {
  const headers = ['content-type: application/octet-stream', `cookie: ${api.people.EDITOR.cookie}`];
  const path = '/desk/imports/files?name=slow.csv';
  // Eight chunks take more than twice the timeout.
  expect(await send(path, headers, chunks, sendTimeout * 0.3)).toMatch(/^HTTP\/1.1 201 /);
  expect(await send(path, headers, chunks.slice(0, 2), sendTimeout * 1.5)).toMatch(/^HTTP\/1.1 408 /);
});

it('a file that trickles in is ended after the time limit of uploads', async () => {
  const headers = ['content-type: application/octet-stream', `cookie: ${api.people.EDITOR.cookie}`];
  const trickle = Array.from({ length: 40 }, () => 'a');
  expect(await send('/desk/imports/files?name=endless.csv', headers, trickle, sendTimeout / 2)).toMatch(
    /^HTTP\/1.1 408 /,
  );
}, 30_000);

it('an interrupted upload leaves nothing behind', async () => {
  for (let left = 1; left > 0; await sleep(20)) {
    const { rows } = await api.desk.owner.query<{ left: number }>(
      "SELECT count(*)::int AS left FROM desk.import_file WHERE name <> 'slow.csv'",
    );
    left = rows[0]?.left ?? 1;
  }
  const { rows } = await api.desk.owner.query('SELECT name, size FROM desk.import_file');
  expect(rows).toEqual([{ name: 'slow.csv', size: chunks.join('').length }]);
});
