import { type DeskClient, inDeskTransaction } from '@chancery/prisma/desk';
import type { Logger } from 'pino';
import type { JsonObject } from '../modules/json.ts';
import type { AuditKind, AuditObjectType, AuditReason } from './audit-kinds.ts';

/** Who acted, and from where. */
export interface Actor {
  /** The id of the user; `undefined` if nobody was signed in. */
  readonly person: string | undefined;
  /** The network address of the client; `undefined` if the work was not requested over the network. */
  readonly address: string | undefined;
}

/** What an entry says beside the actor and the time. Never contains passwords, tokens or hashes. */
export interface AuditedChange {
  readonly kind: AuditKind;
  readonly object: {
    readonly type: AuditObjectType;
    /** Null for an account that does not exist. */
    readonly id: string | null;
    /** The name of the object at the time. */
    readonly label: string;
  };
  readonly before?: JsonObject;
  readonly after?: JsonObject;
  readonly reason?: AuditReason;
  /** True if the database has stored the entry by itself, as it does for merges; the entry is then only logged. */
  readonly isStored?: true;
}

/** Writes the audit trail: rows of `desk.audit_entry`, and one log line for each. */
export interface AuditTrail {
  /** Stores entries about changes that are committed, or about attempts that changed nothing. */
  readonly record: (actor: Actor, changes: readonly AuditedChange[]) => Promise<void>;
  /**
   * Runs `work` in one transaction and stores its changes in the same transaction, so that there is no change without its
   * entry. Returns the result of `work`.
   */
  readonly within: <Result>(
    actor: Actor,
    work: (transaction: DeskClient) => Promise<{ readonly result: Result; readonly changes: readonly AuditedChange[] }>,
  ) => Promise<Result>;
}

/** Creates the audit trail of a desk. */
export function auditTrail(client: DeskClient, log: Logger): AuditTrail {
  return {
    record: async (actor, changes) => {
      await storeChanges(client, actor, changes);
      logChanges(log, actor, changes);
    },
    within: async (actor, work) => {
      const { result, changes } = await inDeskTransaction(client, async (transaction) => {
        const done = await work(transaction);
        await storeChanges(transaction, actor, done.changes);
        return done;
      });
      logChanges(log, actor, changes);
      return result;
    },
  };
}

/** Stores entries without logging them, for programs that have no log. Prefer `AuditTrail`. */
export async function storeChanges(client: DeskClient, actor: Actor, changes: readonly AuditedChange[]): Promise<void> {
  const data = changes
    .filter(({ isStored }) => !isStored)
    .map(({ kind, object, before, after, reason }) => ({
      personId: actor.person ?? null,
      address: actor.address ?? null,
      kind,
      objectType: object.type,
      objectId: object.id,
      objectLabel: object.label,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      reason: reason ?? null,
    }));
  if (data.length > 0) await client.auditEntry.createMany({ data });
}

/**
 * Logs changes that are in the audit trail, one line of JSON each: ids and addresses, but neither names and e-mail
 * addresses nor values.
 */
export function logChanges(log: Logger, { person, address }: Actor, changes: readonly AuditedChange[]): void {
  for (const { kind, object, reason } of changes)
    log.info({ kind, person, object: { type: object.type, id: object.id }, reason, address }, 'audit');
}
