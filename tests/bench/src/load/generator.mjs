// The load generator: a few connections with one request at a time each, written to the socket unprocessed. Its own cost
// is small and the same for every contestant.
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

/**
 * @typedef {{ port: number, path: string, bodies: string[], connections: number, warmUp: number, duration: number }} LoadRequest
 * @typedef {{ rps: number, p50: number, p99: number, failure?: string }} LoadResult
 */

process.on('message', (/** @type {LoadRequest} */ request) => {
  run(request).then(
    (outcome) => process.send?.(outcome),
    (error) => process.send?.({ failure: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));

/**
 * Sends requests during the warm-up and the duration. Measures only those that are sent and answered within the
 * duration.
 * @param {LoadRequest} request
 * @returns {Promise<LoadResult>}
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
  const nextRequest = () => /** @type {Buffer} */ (requests[next++ % requests.length]);
  const record = (/** @type {number} */ sentAt) => {
    const now = performance.now();
    if (sentAt >= begin && now <= end) times.push(now - sentAt);
    return now < end;
  };
  await Promise.all(Array.from({ length: connections }, () => connection(port, nextRequest, record)));
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { rps: (times.length / duration) * 1000, p50: at(0.5), p99: at(0.99) };
}

/**
 * Sends requests over one connection until `record` returns false.
 * @param {number} port
 * @param {() => Buffer} nextRequest
 * @param {(sentAt: number) => boolean} record
 * @returns {Promise<void>}
 */
function connection(port, nextRequest, record) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const response = new ResponseReader();
    let sentAt = 0;
    const send = () => {
      sentAt = performance.now();
      socket.write(nextRequest());
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('close', () => reject(new Error(`the server on port ${port} closed the connection`)));
    socket.on('data', (chunk) => {
      if (!response.readChunk(chunk)) return;
      if (response.status !== 200) {
        reject(new Error(`the response has status ${response.status}: ${chunk.toString('utf8').slice(-2_000)}`));
        socket.destroy();
      } else if (record(sentAt)) {
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

/** Detects the end of a response, by its length or by its last chunk. */
class ResponseReader {
  status = 0;
  /** The number of bytes still expected; -1 before the head and for chunked responses. */
  #remaining = -1;
  #chunked = false;
  /** @type {Buffer} */
  #tail = Buffer.alloc(0);

  /**
   * Reads the next chunk. Returns true when it completes the response.
   * @param {Buffer} chunk
   */
  readChunk(chunk) {
    if (this.#chunked) return this.#readChunkedBody(chunk);
    if (this.#remaining >= 0) {
      this.#remaining -= chunk.length;
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
      this.#remaining = Number(length) - (bytes.length - head - headEnd.length);
      return this.#isDone();
    }
    this.#chunked = true;
    this.#tail = Buffer.alloc(0);
    return this.#readChunkedBody(bytes);
  }

  #isDone() {
    if (this.#remaining > 0) return false;
    this.#remaining = -1;
    this.#tail = Buffer.alloc(0);
    return true;
  }

  /**
   * Reads the next chunk of a chunked body. Returns true when it ends with the last chunk of the body.
   * @param {Buffer} chunk
   */
  #readChunkedBody(chunk) {
    const lastBytes = Buffer.concat([this.#tail, chunk.subarray(-lastChunk.length)]).subarray(-lastChunk.length);
    this.#tail = lastBytes;
    if (!lastBytes.equals(lastChunk)) return false;
    this.#chunked = false;
    this.#tail = Buffer.alloc(0);
    return true;
  }
}
