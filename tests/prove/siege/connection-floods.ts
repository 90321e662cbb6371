// Floods that hold connections, fill the disk or guess passwords.
import { gzipSync } from 'node:zlib';
import type { Flood } from './flood.ts';

// 50 MB of newlines that compress to 50 kB, as an import file.
const bomb = gzipSync(Buffer.alloc(50_000_000, '\n'));

/** The floods of sockets that do not read or send slowly, of uploads, and of guessed passwords. */
export const connectionFloods: readonly Flood[] = [
  {
    name: 'measure files that are never read',
    opening: (number) => `GET /measures/votes-kappa?year=${1950 + (number % 60)} HTTP/1.1\r\nhost: chancery\r\n\r\n`,
    drip: '',
  },
  {
    name: 'bodies that are sent slowly',
    opening: () =>
      'POST /graphql HTTP/1.1\r\nhost: chancery\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{',
    drip: ' ',
  },
  {
    name: 'uploads',
    request: (number, { cookie, origin }) => ({
      to: 'api',
      method: 'POST',
      path: `/desk/imports/files?name=states-${number}.csv.gz`,
      headers: { cookie, origin, 'content-type': 'application/gzip' },
      body: bomb,
    }),
  },
  {
    name: 'guessed passwords',
    request: (number, { origin, email }) => ({
      to: 'api',
      method: 'POST',
      path: '/desk/auth/sign-in/email',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: `a guess of number ${number}` }),
    }),
  },
];
