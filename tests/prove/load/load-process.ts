// Asks ordinary operations over many connections, as a process of its own. Prints one line of JSON for each minute.
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { type OrdinaryOperation, variablesOf } from '../support/ordinary-operations.ts';

/** What the load process does: each connection comes from its own address. */
export interface LoadOrder {
  readonly url: string;
  readonly operations: readonly OrdinaryOperation[];
  readonly seconds: number;
  readonly addresses: readonly string[];
}

/** What happened within one minute. Times are in milliseconds. */
export interface LoadMinute {
  readonly answered: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly errors: readonly string[];
}

const { url, operations, seconds, addresses }: LoadOrder = JSON.parse(process.argv[2] ?? '');
const end = performance.now() + seconds * 1_000;
let times: number[] = [];
let errors: string[] = [];
let began = performance.now();

function report(): void {
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const minute: LoadMinute = {
    ...{ answered: sorted.length, seconds: (performance.now() - began) / 1_000 },
    ...{ p50: at(0.5), p95: at(0.95), max: at(1), errors: errors.slice(0, 5) },
  };
  process.stdout.write(`${JSON.stringify(minute)}\n`);
  [times, errors, began] = [[], [], performance.now()];
}

const any = (values: readonly string[]) => values[Math.floor(Math.random() * values.length)];

async function ask(operation: OrdinaryOperation, agent: Agent): Promise<string | undefined> {
  return new Promise((resolve) => {
    const body = JSON.stringify({ query: operation.query, variables: variablesOf(operation, any) });
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const asked = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      text(response).then(
        (answer) =>
          resolve(
            response.statusCode === 200 && !answer.startsWith('{"errors"')
              ? undefined
              : `${response.statusCode} ${answer.slice(0, 200)}`,
          ),
        (error) => resolve(String(error)),
      );
    });
    asked.once('error', (error) => resolve(String(error)));
    asked.end(body);
  });
}

async function connection(localAddress: string, first: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, localAddress });
  for (let at = first; performance.now() < end; at += 1) {
    const operation = operations[at % operations.length];
    if (!operation) break;
    const sent = performance.now();
    const error = await ask(operation, agent);
    times.push(performance.now() - sent);
    if (error !== undefined) errors.push(`${operation.name}: ${error}`);
  }
  agent.destroy();
}

const timer = setInterval(report, 60_000);
await Promise.all(addresses.map(connection));
clearInterval(timer);
if (times.length > 0) report();
process.exit(0);
