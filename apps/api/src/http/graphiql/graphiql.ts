import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { graphiqlPage, startScript } from './page.ts';

const require = createRequire(import.meta.url);
/** Returns the path of a file next to a package's manifest, for files that the package does not list in `exports`. */
const beside = (manifest: string, path: string) => join(dirname(manifest), path);

const script = 'text/javascript; charset=utf-8';
const style = 'text/css; charset=utf-8';
const packaged: Readonly<Record<string, { readonly path: string; readonly type: string }>> = {
  'react.js': { path: beside(require.resolve('react/package.json'), 'umd/react.production.min.js'), type: script },
  'react-dom.js': {
    path: beside(require.resolve('react-dom/package.json'), 'umd/react-dom.production.min.js'),
    type: script,
  },
  'graphiql.js': { path: beside(require.resolve('graphiql/package.json'), 'graphiql.min.js'), type: script },
  'graphiql.css': { path: beside(require.resolve('graphiql/package.json'), 'graphiql.min.css'), type: style },
};

// GraphiQL's editor writes style elements, hence 'unsafe-inline'. Scripts and other resources can only come from this host.
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

interface StaticFile {
  readonly text: string;
  readonly type: string;
  readonly tag: string;
}

const staticFile = (text: string, type: string): StaticFile => ({
  text,
  type,
  tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`,
});

/** Serves GraphiQL at `/graphiql` from the installed packages; nothing is loaded from another host. */
export function serveGraphiql(app: FastifyInstance): void {
  const files = new Map<string, Promise<StaticFile>>([
    ['', Promise.resolve(staticFile(graphiqlPage, 'text/html; charset=utf-8'))],
    ['start.js', Promise.resolve(staticFile(startScript, script))],
  ]);
  const find = (name: string): Promise<StaticFile> | undefined => {
    const cached = files.get(name);
    const source = Object.hasOwn(packaged, name) ? packaged[name] : undefined;
    if (cached || !source) return cached;
    const file = readFile(source.path, 'utf8').then((text) => staticFile(text, source.type));
    files.set(name, file);
    return file;
  };
  const send = async (name: string, { headers }: FastifyRequest, reply: FastifyReply) => {
    const file = await find(name);
    if (!file) return reply.callNotFound();
    void reply.headers({ etag: file.tag, 'cache-control': 'no-cache' });
    if (headers['if-none-match'] === file.tag) return reply.code(304).send();
    return reply.headers({ 'content-type': file.type, 'content-security-policy': policy }).send(file.text);
  };
  const unlimited = { config: { isUnlimited: true } };
  app.get('/graphiql', unlimited, (request, reply) => send('', request, reply));
  app.get<{ Params: { name: string } }>('/graphiql/:name', unlimited, (request, reply) =>
    send(request.params.name, request, reply),
  );
}
