// A TCP proxy: a fixed address for a database whose port changes with each restart.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Forwards connections to a local port that can change. */
export class Relay {
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((inbound) => this.#forward(inbound));
  #target = 0;

  /** Forwards new connections to the port of `address`. Returns the address with the relay's own port. */
  async redirect(address: string): Promise<string> {
    const url = new URL(address);
    this.#target = Number(url.port);
    if (!this.#server.listening) await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    url.port = String((this.#server.address() as AddressInfo).port);
    return String(url);
  }

  /** Closes all connections and stops listening. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await once(this.#server, 'close');
  }

  #forward(inbound: Socket): void {
    const outbound = connect(this.#target, '127.0.0.1');
    for (const [socket, other] of [
      [inbound, outbound],
      [outbound, inbound],
    ] as const) {
      this.#sockets.add(socket);
      // An error on one side closes the other.
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  }
}
