import { auditEntries } from './audit-entries.ts';

/** The modules on the audit trail. */
export const auditModules = [auditEntries] as const;
