import { net, type Operation } from '@chancery/changesets';
import { newId } from '@chancery/codebook';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { DeskError } from '../../endpoints/desk-answer.ts';
import type { WorkChangesetFragment } from '../../generated/desk/graphql.ts';
import type { ChangesetServer } from './changeset-server.ts';
import { SaveQueue } from './save-queue.ts';
import { UnsavedWork } from './unsaved-work.ts';
import { WorkStore } from './work-store.ts';

class MemoryStorage implements Storage {
  readonly #items = new Map<string, string>();
  get length(): number {
    return this.#items.size;
  }
  key = (index: number) => [...this.#items.keys()][index] ?? null;
  getItem = (key: string) => this.#items.get(key) ?? null;
  setItem = (key: string, value: string) => void this.#items.set(key, value);
  removeItem = (key: string) => void this.#items.delete(key);
  clear = () => this.#items.clear();
}

const state = newId('State');
let nth = 0;
const setName = (name: string, base = 'Persia'): Operation => ({
  id: `op_${++nth}`,
  kind: 'update',
  type: 'State',
  fact: state,
  set: { name },
  base: { name: base },
});

const unreachable: DeskError = { code: 'UNREACHABLE', message: 'The desk is not responding.' };

/**
 * A server in memory with one changeset. Open and append requests fail with the errors in `errors`, one per request.
 */
class MemoryServer implements ChangesetServer {
  changeset: WorkChangesetFragment | undefined;
  readonly appended: Operation[] = [];
  readonly requests: string[] = [];
  readonly errors: DeskError[] = [];
  refuses: (operation: Operation) => string | undefined = () => undefined;
  /** Runs during each append and load request, to change the changeset as another window would. */
  meanwhile: () => void = () => undefined;

  open: ChangesetServer['open'] = async (id, title) => {
    this.requests.push(`open ${title}`);
    const error = this.errors.shift();
    if (error) return { ok: false, error };
    this.changeset = { id, title, status: 'DRAFT', version: 0 } as WorkChangesetFragment;
    return { ok: true, data: this.changeset };
  };

  append: ChangesetServer['append'] = async ({ version }, operations) => {
    this.requests.push(`append ${operations.map(({ id }) => id).join(' ')}`);
    this.meanwhile();
    const error = this.errors.shift();
    if (error) return { ok: false, error };
    if (!this.changeset) throw new Error('no changeset is open');
    const data = (outcome: object) => ({ ok: true as const, data: outcome as never });
    if (version !== this.changeset.version) return data({ __typename: 'StaleChangeset', message: 'Stale.' });
    const problems = operations.flatMap((operation) => {
      const message = this.refuses(operation);
      return message === undefined ? [] : [{ operation: operation.id, message }];
    });
    if (problems.length > 0) return data({ __typename: 'Refused', message: 'Refused.', problems });
    this.appended.push(...operations);
    this.changeset = { ...this.changeset, version: version + 1 };
    return data({ __typename: 'Appended', changeset: this.changeset });
  };

  load: ChangesetServer['load'] = async () => {
    this.requests.push('load');
    this.meanwhile();
    if (!this.changeset) throw new Error('no changeset is open');
    const published = { id: state, type: 'State', label: 'Persia', values: { name: 'Persia' }, citations: [] };
    const fact = { published: published as never, operations: net(this.appended).operations };
    return {
      ok: true,
      data: { changeset: this.changeset, serverFacts: new Map([[state, fact]]), labels: new Map(), isPartial: false },
    };
  };

  check: ChangesetServer['check'] = async () => ({ ok: true, data: null });
}

let storages: { sessionStorage: Storage; localStorage: Storage };
let server: MemoryServer;
let store: WorkStore;
let unsaved: UnsavedWork;
let queue: SaveQueue;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate', 'performance'] });
  storages = { sessionStorage: new MemoryStorage(), localStorage: new MemoryStorage() };
  server = new MemoryServer();
  store = new WorkStore(() => false);
  unsaved = new UnsavedWork('ana', storages);
  queue = new SaveQueue(store, unsaved, server);
});
afterEach(() => {
  jest.useRealTimers();
});

/** Runs 50 turns of the microtask queue. The save queue needs fewer for all its requests. */
const settled = async () => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};

describe('saving', () => {
  it('opens a changeset for the first operation, and removes operations from the storage once they are confirmed', async () => {
    const operation = setName('Iran');
    queue.append([operation], 'Rename Persia');
    const { id } = unsaved.currentChangeset() ?? { id: '' };
    expect(unsaved.operations(id)).toEqual([operation]);
    await settled();
    expect(server.requests).toEqual(['open Rename Persia', `append ${operation.id}`]);
    expect(store.state()).toMatchObject({ pending: [], saving: { kind: 'saved' } });
    expect(unsaved.operations(id)).toEqual([]);
    expect(unsaved.currentChangeset()).toEqual({ id });
  });

  it('sends what was written during a request in the next one, in order', async () => {
    const [first, second] = [setName('Iran'), setName('Islamic Republic of Iran', 'Iran')];
    server.meanwhile = () => {
      server.meanwhile = () => undefined;
      queue.append([second], '');
    };
    queue.append([first], 'Rename');
    await settled();
    expect(server.appended).toEqual([first, second]);
    expect(server.requests.filter((request) => request.startsWith('append'))).toHaveLength(2);
  });

  it('keeps operations and repeats the save when the desk cannot be reached', async () => {
    const operation = setName('Iran');
    server.errors.push(unreachable);
    queue.append([operation], 'Rename');
    await settled();
    expect(store.state()).toMatchObject({ saving: { kind: 'failed', error: unreachable }, pending: [operation] });
    jest.advanceTimersByTime(4_000);
    await settled();
    expect(server.appended).toEqual([operation]);
    expect(store.state().saving.kind).toBe('saved');
  });

  it('does not repeat a save that a person has to act on', async () => {
    server.errors.push({ code: 'SIGNED_OUT', message: 'Your session has ended.' });
    queue.append([setName('Iran')], 'Rename');
    await settled();
    jest.advanceTimersByTime(60_000);
    await settled();
    expect(server.requests).toEqual(['open Rename']);
    expect(store.state().saving.kind).toBe('failed');
  });

  it('sets refused operations aside with their messages, and sends the others', async () => {
    const [good, bad] = [setName('Iran'), setName('', 'Iran')];
    server.refuses = ({ id }) => (id === bad.id ? 'The name must not be empty.' : undefined);
    queue.append([good, bad], 'Rename');
    await settled();
    expect(server.appended).toEqual([good]);
    expect(store.state().refused).toEqual([{ operation: bad, message: 'The name must not be empty.' }]);
    expect(unsaved.operations(server.changeset?.id ?? '')).toEqual([]);
  });
});

describe('a changeset that another window has changed', () => {
  it('is loaded, and a field that both set becomes a conflict', async () => {
    await openWith(setName('Iran'));
    server.appended.push(setName('Islamic Republic of Iran', 'Iran'));
    server.changeset = { ...(server.changeset as WorkChangesetFragment), version: 2 };
    queue.append([setName('Imperial State of Iran', 'Iran')], '');
    await settled();
    expect(store.state().conflicts).toMatchObject([{ fact: state, field: 'name' }]);
  });

  it('does not lose what is written while it loads', async () => {
    await openWith(setName('Iran'));
    server.changeset = { ...(server.changeset as WorkChangesetFragment), version: 2 };
    const [first, second] = [setName('Iran 1', 'Iran'), setName('Iran 2', 'Iran 1')];
    queue.append([first], '');
    server.meanwhile = () => {
      if (server.requests.at(-1) !== 'load') return;
      server.meanwhile = () => undefined;
      queue.append([second], '');
    };
    await settled();
    expect(server.appended.slice(-2)).toEqual([first, second]);
    expect(store.state()).toMatchObject({ pending: [], conflicts: [], saving: { kind: 'saved' } });
  });

  async function openWith(operation: Operation): Promise<void> {
    queue.append([operation], 'Rename');
    await settled();
    await queue.load(server.changeset?.id ?? '');
  }
});
