import { once } from 'node:events';
import { connect } from 'node:net';

/** An upload whose body is only begun. */
export interface SlowUpload {
  /** Resolves with what the server has sent when the connection is closed. */
  readonly closed: Promise<string>;
  /** Resolves when the server has answered or closed the connection. */
  readonly answered: Promise<unknown>;
  readonly send: (bytes: string) => void;
  /** Breaks the connection off. */
  readonly breakOff: () => void;
}

/** Sends the head of an upload that declares `size` bytes, and the first byte of its body. */
export function beginUpload(
  { url, cookie, into }: { readonly url: string; readonly cookie: string; readonly into?: string },
  name: string,
  size: number,
): SlowUpload {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.on('data', (chunk: Buffer) => {
    received += chunk.toString();
  });
  const answered = Promise.race([once(socket, 'data'), once(socket, 'close')]);
  // The server may reset the connection, which is a way to close it.
  socket.on('error', () => undefined);
  const closed = once(socket, 'close').then(() => received);
  const search = new URLSearchParams({ name, ...(into === undefined ? {} : { import: into }) });
  socket.write(
    `POST /desk/imports/files?${search} HTTP/1.1\r\nhost: ${hostname}\r\ncookie: ${cookie}\r\ncontent-type: application/octet-stream\r\ncontent-length: ${size}\r\n\r\na`,
  );
  return {
    answered,
    closed,
    send: (bytes) => {
      if (socket.writable) socket.write(bytes);
    },
    breakOff: () => socket.destroy(),
  };
}
