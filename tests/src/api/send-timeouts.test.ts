// Whoever sends slowly holds a connection: the body of a request has a time to come, and a file one for each of its pieces.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Api, openApi } from '../support/api.ts';

const within = 600;
let api: Api;
beforeAll(async () => {
  api = await openApi({ sendTimeout: within });
}, 60_000);
afterAll(() => api.close());

/** Sends the head of a request and then pieces of its body, one at a time; returns what came back until it was ended. */
async function send(path: string, headers: readonly string[], pieces: readonly string[], every: number) {
  const { hostname, port } = new URL(api.url);
  const socket: Socket = connect(Number(port), hostname);
  let came = '';
  socket.on('data', (piece: Buffer) => {
    came += piece.toString();
    // One answer is all that is waited for.
    if (came.includes('\r\n\r\n')) socket.end();
  });
  // To be cut off is among what is expected here.
  socket.on('error', () => undefined);
  const closed = once(socket, 'close');
  const length = pieces.join('').length;
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: ${hostname}\r\ncontent-length: ${length}\r\n${headers.join('\r\n')}\r\n\r\n`,
  );
  for (const piece of pieces) {
    await sleep(every);
    if (socket.writable) socket.write(piece);
  }
  await closed;
  return came;
}

const pieces = Array.from({ length: 8 }, (_, at) => `column ${at}\n`);
const asked = JSON.stringify({ query: '{ revision { number } }' });

it('a body that comes in time is answered, one that does not is cut off with 408', async () => {
  const json = ['content-type: application/json'];
  const halves = [asked.slice(0, 9), asked.slice(9)];
  expect(await send('/graphql', json, halves, within / 10)).toMatch(/^HTTP\/1.1 200 /);
  expect(await send('/graphql', json, halves, within * 0.8)).toMatch(/^HTTP\/1.1 408 /);
});

it('a file may take long as long as something of it keeps coming', async () => {
  const headers = ['content-type: application/octet-stream', `cookie: ${api.people.EDITOR.cookie}`];
  const path = '/desk/imports/files?name=slow.csv';
  // Eight pieces take more than twice the time that a body has.
  expect(await send(path, headers, pieces, within * 0.3)).toMatch(/^HTTP\/1.1 201 /);
  expect(await send(path, headers, pieces.slice(0, 2), within * 1.5)).toMatch(/^HTTP\/1.1 408 /);
});

it('nothing is left of a file that was cut off', async () => {
  for (let left = 1; left > 0; await sleep(20)) {
    const { rows } = await api.desk.owner.query<{ left: number }>(
      "SELECT count(*)::int AS left FROM desk.import_file WHERE name <> 'slow.csv'",
    );
    left = rows[0]?.left ?? 1;
  }
  const { rows } = await api.desk.owner.query('SELECT name, size FROM desk.import_file');
  expect(rows).toEqual([{ name: 'slow.csv', size: pieces.join('').length }]);
});
