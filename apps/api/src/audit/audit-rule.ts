import type { SignedInContext } from '../endpoints/desk-context.ts';
import type { AuditedChange } from './audit-trail.ts';

/** An output whose properties are values. The generated types also allow promises of them. */
export type Settled<Output> = Output extends object ? { [Key in keyof Output]: Awaited<Output[Key]> } : Output;

/** Describes what an operation has changed, from its output; an empty list if it has changed nothing. */
export type Observation<Output> = (output: Output) => readonly AuditedChange[];

/** How a desk mutation is audited. */
export type AuditRule<Args, Output> =
  | { readonly mode: 'none'; readonly because: string }
  | {
      /**
       * `within`: the operation and its entries are one transaction of `services.client`. `after`: the entries are stored
       * once the operation has committed its own transactions.
       */
      readonly mode: 'within' | 'after';
      /** Reads what the entry says of the state before the operation, and returns a function that describes the change. */
      readonly observe: (args: Args, context: SignedInContext) => Observation<Output> | Promise<Observation<Output>>;
    };

/** Returns the rule of a mutation that leaves no entry. `because` says where the change is recorded instead. */
export function none(because: string): AuditRule<unknown, unknown> {
  return { mode: 'none', because };
}

type Observe<Args, Output> = Extract<AuditRule<Args, Output>, { mode: 'after' | 'within' }>['observe'];

/**
 * Returns the rule of a mutation that writes through `services.client` and `services.people` only: its change and its
 * entry are committed together. Other services do not see the transaction.
 */
export function within<Args, Output>(observe: Observe<Args, Output>): AuditRule<Args, Output> {
  return { mode: 'within', observe };
}

/** Returns the rule of a mutation that commits its own transactions. Its entry follows. */
export function after<Args, Output>(observe: Observe<Args, Output>): AuditRule<Args, Output> {
  return { mode: 'after', observe };
}

/** Runs an operation under its rule and returns its output. Inside `run`, use the context that it receives. */
export async function runAudited<Args>(
  rule: AuditRule<Args, unknown>,
  { args, context, run }: { args: Args; context: SignedInContext; run: (context: SignedInContext) => Promise<unknown> },
): Promise<unknown> {
  if (rule.mode === 'none') return run(context);
  const { services, viewer, address } = context;
  const actor = { person: viewer.id, address };
  if (rule.mode === 'after') {
    const observation = await rule.observe(args, context);
    const output = await settle(await run(context));
    await services.audit.record(actor, observation(output));
    return output;
  }
  return services.audit.within(actor, async (client) => {
    const inside = { ...context, services: { ...services, client, people: services.people.using(client) } };
    const observation = await rule.observe(args, inside);
    const result = await settle(await run(inside));
    return { result, changes: observation(result) };
  });
}

async function settle(output: unknown): Promise<unknown> {
  if (typeof output !== 'object' || output === null) return output;
  return Object.fromEntries(await Promise.all(Object.entries(output).map(async ([key, value]) => [key, await value])));
}
