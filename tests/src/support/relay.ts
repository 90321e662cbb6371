// One address for a database that comes back elsewhere, as operators' do behind theirs.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Passes connections on to a port of this machine, which can change. */
export class Relay {
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((near) => this.#passOn(near));
  #target = 0;

  /** The same address by way of the relay; connections from now on go where `address` goes. */
  async instead(address: string): Promise<string> {
    const url = new URL(address);
    this.#target = Number(url.port);
    if (!this.#server.listening) await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    url.port = String((this.#server.address() as AddressInfo).port);
    return String(url);
  }

  /** Ends what is connected, and takes no more. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await once(this.#server, 'close');
  }

  #passOn(near: Socket): void {
    const far = connect(this.#target, '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(socket);
      // What breaks on one side breaks on the other.
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  }
}
