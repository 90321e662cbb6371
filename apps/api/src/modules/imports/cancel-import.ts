import { discardChangeset } from '@chancery/ledger';
import { importChangesetId } from '../../imports/import-job.ts';
import type { DeskModule } from '../module.ts';
import { importCancelled } from './audit-rules.ts';
import { expiredMessage, importChanged, importNotReady, noSuchImport } from './import-results.ts';
import { importStarterOrAdmin } from './policies.ts';

/** Serves the mutation that cancels an import and discards the changeset that it has written. */
export const cancelImport = {
  sdl: `
extend type Mutation {
  """Cancels an import, discards its changeset, and deletes its rows and files. A merged import cannot be cancelled."""
  cancelImport(import: ID!): ImportResult!
}`,
  mutations: {
    cancelImport: {
      policy: importStarterOrAdmin,
      audit: importCancelled,
      resolve: async (_root, { import: id }, { services: { client, pools } }) => {
        const stored = await client.import.findUnique({ where: { id } });
        if (!stored) return noSuchImport();
        if (stored.status === 'CANCELLED') return importChanged(stored);
        if (stored.status === 'EXPIRED') return importNotReady(stored, expiredMessage);
        const abandoned = await discardChangeset(pools.desk, importChangesetId(id));
        if (abandoned.outcome === 'closed') return importNotReady(stored, abandoned.message);
        const data = { status: 'CANCELLED', counts: [], runningSince: null, phase: '', problem: null };
        // Update the import itself first: a running job waits for this row and then sees that it was cancelled.
        const [cancelled] = await client.$transaction([
          client.import.update({ where: { id }, data }),
          client.importRow.deleteMany({ where: { importId: id } }),
          client.importFile.deleteMany({ where: { importId: id } }),
        ]);
        // A running job may have opened its changeset in the meantime.
        await discardChangeset(pools.desk, importChangesetId(id));
        return importChanged(cancelled);
      },
    },
  },
} satisfies DeskModule;
