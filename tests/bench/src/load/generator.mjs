// The process that asks: a few connections, each with one request at a time, written to the socket as they are. What it
// costs itself is small and the same for every contestant.
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

/**
 * @typedef {{ port: number, path: string, bodies: string[], connections: number, warmUp: number, duration: number }} Order
 * @typedef {{ rps: number, p50: number, p99: number, failure?: string }} Outcome
 */

process.on('message', (/** @type {Order} */ order) => {
  run(order).then(
    (outcome) => process.send?.(outcome),
    (error) => process.send?.({ failure: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));

/**
 * @param {Order} order
 * @returns {Promise<Outcome>}
 */
async function run({ port, path, bodies, connections, warmUp, duration }) {
  const requests = bodies.map((body) =>
    Buffer.from(
      `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\naccept: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    ),
  );
  let next = 0;
  const begin = performance.now() + warmUp;
  const end = begin + duration;
  /** @type {number[]} */
  const times = [];
  const ask = () => /** @type {Buffer} */ (requests[next++ % requests.length]);
  const note = (/** @type {number} */ asked) => {
    const now = performance.now();
    if (asked >= begin && now <= end) times.push(now - asked);
    return now < end;
  };
  await Promise.all(Array.from({ length: connections }, () => connection(port, ask, note)));
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { rps: (times.length / duration) * 1000, p50: at(0.5), p99: at(0.99) };
}

/**
 * Asks again and again over one connection, until `note` says that it is enough.
 * @param {number} port
 * @param {() => Buffer} ask
 * @param {(asked: number) => boolean} note
 * @returns {Promise<void>}
 */
function connection(port, ask, note) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const answer = new AnswerReader();
    let asked = 0;
    const send = () => {
      asked = performance.now();
      socket.write(ask());
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the connection was closed')));
    socket.on('data', (chunk) => {
      if (!answer.isWhole(chunk)) return;
      if (answer.status !== 200) {
        reject(new Error(`the answer has status ${answer.status}: ${chunk.toString('utf8').slice(-2_000)}`));
        socket.destroy();
      } else if (note(asked)) {
        send();
      } else {
        resolve();
        socket.destroy();
      }
    });
  });
}

const headEnd = Buffer.from('\r\n\r\n');
const lastChunk = Buffer.from('\r\n0\r\n\r\n');

/** Tells when an answer has come whole: by its length, or by its last chunk. */
class AnswerReader {
  status = 0;
  /** How many bytes are still to come; unknown before the head, and where the answer comes in chunks. */
  #left = -1;
  #chunked = false;
  /** @type {Buffer} */
  #tail = Buffer.alloc(0);

  /** @param {Buffer} chunk */
  isWhole(chunk) {
    if (this.#chunked) return this.#endsIn(chunk);
    if (this.#left >= 0) {
      this.#left -= chunk.length;
      return this.#isDone();
    }
    const bytes = this.#tail.length > 0 ? Buffer.concat([this.#tail, chunk]) : chunk;
    const head = bytes.indexOf(headEnd);
    this.#tail = bytes;
    if (head < 0) return false;
    const text = bytes.toString('latin1', 0, head).toLowerCase();
    this.status = Number(text.slice(9, 12));
    const length = /content-length: (\d+)/.exec(text)?.[1];
    if (length !== undefined) {
      this.#left = Number(length) - (bytes.length - head - headEnd.length);
      return this.#isDone();
    }
    this.#chunked = true;
    this.#tail = Buffer.alloc(0);
    return this.#endsIn(bytes);
  }

  #isDone() {
    if (this.#left > 0) return false;
    this.#left = -1;
    this.#tail = Buffer.alloc(0);
    return true;
  }

  /** @param {Buffer} chunk */
  #endsIn(chunk) {
    const seen = Buffer.concat([this.#tail, chunk.subarray(-lastChunk.length)]).subarray(-lastChunk.length);
    this.#tail = seen;
    if (!seen.equals(lastChunk)) return false;
    this.#chunked = false;
    this.#tail = Buffer.alloc(0);
    return true;
  }
}
