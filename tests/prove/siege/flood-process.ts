// Sends one kind of flood, as a process of its own: `node flood-process.ts '{"flood": …}'`. Prints what became of it.
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Flood, FloodRequest, Target } from './flood.ts';
import { floods } from './floods.ts';

/** What a flood process does. `addresses` are those from which it connects, one connection after the other. */
export interface FloodOrder {
  readonly flood: string;
  readonly target: Target;
  readonly seconds: number;
  readonly connections: number;
  readonly addresses: readonly string[];
}

/** The number of answers by status; `cut` counts connections that the server has ended. */
export type FloodResult = Readonly<Record<string, number>>;

const order: FloodOrder = JSON.parse(process.argv[2] ?? '');
const { target, seconds, connections, addresses } = order;
const flood = floods.find(({ name }) => name === order.flood);
if (!flood) throw new Error(`there is no flood ${order.flood}`);

const end = Date.now() + seconds * 1_000;
const counts: Record<string, number> = {};
const count = (outcome: string | number) => {
  counts[outcome] = (counts[outcome] ?? 0) + 1;
};
let sent = 0;

function send({ to, method, path, headers = {}, body }: FloodRequest, agent: Agent): Promise<string | number> {
  return new Promise((resolve) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const asked = request(`${target[to]}${path}`, { method, agent, headers: { ...headers, ...length } }, (response) => {
      response.resume();
      response.once('close', () => resolve(response.complete ? (response.statusCode ?? 0) : 'cut'));
    });
    asked.once('error', () => resolve('cut'));
    asked.end(body);
  });
}

async function sendAll(of: Extract<Flood, { request: unknown }>, localAddress: string): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, localAddress });
  while (Date.now() < end) {
    sent += 1;
    count(await send(of.request(sent, target), agent));
  }
  agent.destroy();
}

/** Opens a socket again and again, and holds it as long as the server lets it. */
async function hold({ opening, drip }: Extract<Flood, { opening: unknown }>, localAddress: string): Promise<void> {
  const { hostname, port } = new URL(target.api);
  while (Date.now() < end) {
    sent += 1;
    const socket = connect({ host: hostname, port: Number(port), localAddress });
    socket.pause();
    socket.once('error', () => undefined);
    const closed = new Promise<true>((resolve) => socket.once('close', () => resolve(true)));
    socket.write(opening(sent));
    while (Date.now() < end && !(await Promise.race([closed, sleep(1_000, false)]))) if (drip) socket.write(drip);
    count(socket.destroyed ? 'cut' : 'held to the end');
    socket.destroy();
  }
}

await Promise.all(
  Array.from({ length: connections }, (_, at) => {
    const address = addresses[at % addresses.length] ?? '127.0.0.1';
    return 'request' in flood ? sendAll(flood, address) : hold(flood, address);
  }),
);
process.stdout.write(JSON.stringify(counts));
process.exit(0);
