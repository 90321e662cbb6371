import type { Api } from './api.ts';

/** An audit entry as the desk endpoint returns it. */
export interface AuditEntryState {
  readonly id: string;
  readonly kind: string;
  readonly person: { readonly id: string } | null;
  readonly object: { readonly type: string; readonly id: string | null; readonly label: string };
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly reason: string | null;
  readonly address: string | null;
}

/** Returns the newest audit entries, newest first, with `rest` as further arguments of the query. */
export async function auditEntries({ people }: Api, rest = ''): Promise<AuditEntryState[]> {
  const { data, text } = await people.ADMIN.ask(
    `{ auditEntries(first: 100${rest}) { nodes { id kind person { id } object { type id label } before after reason address } } }`,
  );
  const { auditEntries: page } = data as { auditEntries?: { nodes: AuditEntryState[] } };
  if (!page) throw new Error(`the audit trail could not be read: ${text}`);
  return page.nodes;
}

/** Runs `work` and returns the audit entries that were added meanwhile, oldest first. */
export async function entriesOf(api: Api, work: () => Promise<unknown>): Promise<AuditEntryState[]> {
  const [last] = await auditEntries(api);
  await work();
  const entries = await auditEntries(api);
  return entries.filter(({ id }) => Number(id) > Number(last?.id ?? 0)).reverse();
}
