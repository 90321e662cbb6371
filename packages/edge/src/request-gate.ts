import { clientLimits } from './limits.ts';

/** A request at the gate. */
export interface Ticket {
  /** True if the request may start; otherwise it waits, and the promise says whether it may start then. */
  readonly mayStart: true | Promise<boolean>;
  /** Ends the request or its waiting. Must be called once the request is over; further calls do nothing. */
  readonly leave: () => void;
}

/** Limits how many requests of each client are in progress at the same time. */
export interface RequestGate {
  readonly enter: (client: string) => Ticket;
}

interface Waiting {
  readonly start: () => void;
}

interface ClientState {
  running: number;
  /** In order of arrival. */
  readonly waiting: Set<Waiting>;
}

const unlimited: Ticket = { mayStart: true, leave: () => undefined };

/**
 * Creates a gate for `atOnce` requests of each client at the same time; 0 means no limit. Further requests of that client
 * wait in order of arrival, so that a page with many requests works while a client with many connections delays only
 * itself. A request may not start if too many wait already, or if it has waited too long.
 */
export function requestGate(
  atOnce: number,
  { waiting: maxWaiting, waitingSeconds }: { waiting: number; waitingSeconds: number } = clientLimits,
): RequestGate {
  if (atOnce === 0) return { enter: () => unlimited };
  const clients = new Map<string, ClientState>();
  const leave = (client: string, state: ClientState) => {
    const [next] = state.waiting;
    if (next) {
      // The slot passes to the next request.
      state.waiting.delete(next);
      next.start();
      return;
    }
    state.running -= 1;
    if (state.running === 0) clients.delete(client);
  };
  return {
    enter: (client) => {
      const state = clients.get(client) ?? { running: 0, waiting: new Set() };
      clients.set(client, state);
      if (state.running < atOnce) {
        state.running += 1;
        return { mayStart: true, leave: once(() => leave(client, state)) };
      }
      if (state.waiting.size >= maxWaiting) return { mayStart: Promise.resolve(false), leave: () => undefined };
      return wait(state, waitingSeconds, () => leave(client, state));
    },
  };
}

function wait({ waiting }: ClientState, seconds: number, endRequest: () => void): Ticket {
  let started = false;
  let decide: (mayStart: boolean) => void;
  const mayStart = new Promise<boolean>((resolve) => {
    decide = resolve;
  });
  const request: Waiting = {
    start: () => {
      started = true;
      clearTimeout(timer);
      decide(true);
    },
  };
  const giveUp = () => {
    clearTimeout(timer);
    waiting.delete(request);
    decide(false);
  };
  const timer = setTimeout(giveUp, seconds * 1_000);
  timer.unref();
  waiting.add(request);
  return { mayStart, leave: once(() => (started ? endRequest() : giveUp())) };
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    action();
  };
}
