import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Auth } from '../auth/auth.ts';
import { isAtLeast, viewerOf } from '../auth/viewer.ts';
import type { DeskServices } from '../endpoints/desk-context.ts';
import { csvText } from './csv-text.ts';

const columns = ['file', 'line', 'column', 'outcome', 'type', 'key', 'label', 'message'] as const;
type Line = Readonly<Record<(typeof columns)[number], string | number | null>>;

/**
 * Serves `GET /desk/imports/:id/errors.csv`: all rows with errors, in conflict, undecided or left out, with the
 * reasons, so that the file can be corrected.
 */
export function serveImportErrors(
  app: FastifyInstance,
  { auth, services }: { auth: Auth; services: DeskServices },
): void {
  app.route<{ Params: { id: string } }>({
    method: 'GET',
    url: '/desk/imports/:id/errors.csv',
    handler: async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const viewer = await viewerOf(auth, request.headers);
      if (!viewer) return reply.code(401).send({ code: 'UNAUTHENTICATED', message: 'Sign in first.' });
      const found = await services.client.import.findUnique({ where: { id: request.params.id } });
      if (!found)
        return reply.code(404).send({
          code: 'BAD_USER_INPUT',
          message: 'There is no import with this id. Open it from the list of imports.',
        });
      if (found.startedBy !== viewer.id && !isAtLeast(viewer.role, 'EDITOR'))
        return reply.code(403).send({
          code: 'FORBIDDEN',
          message: 'Contributors can only see their own imports. Ask an editor to look at this one.',
        });
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="IM-${found.number}-errors.csv"`)
        .send(Readable.from(csvLines(services, found.id)));
    },
  });
}

async function* csvLines({ pools }: DeskServices, importId: string): AsyncGenerator<string> {
  yield csvText([columns]);
  let after = -1;
  for (;;) {
    const { rows } = await pools.desk.query<Line & { ordinal: number }>(
      `SELECT ordinal, file, line, "column", outcome, type, key, label, message FROM desk.import_row
       WHERE import_id = $1 AND ordinal > $2 AND outcome IN ('ERROR', 'DOUBTFUL', 'CONFLICT', 'LEFT')
       ORDER BY ordinal LIMIT 2000`,
      [importId, after],
    );
    if (rows.length === 0) return;
    yield csvText(rows.map((row) => columns.map((name) => row[name])));
    after = rows.at(-1)?.ordinal ?? after;
  }
}
