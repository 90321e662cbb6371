import type { FastifyInstance } from 'fastify';

/** Methods that come with others: HEAD with GET, and OPTIONS with every route that pages of other sites may call. */
const accompanying = new Set(['HEAD', 'OPTIONS']);

/**
 * Records the routes that are added to a server from now on. Returns a function that returns the methods that the server
 * accepts at a path, without HEAD and OPTIONS; none if no route has the path.
 */
export function recordMethods(app: FastifyInstance): (path: string) => readonly string[] {
  const routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    const methods = [method].flat().filter((one) => !accompanying.has(one));
    if (methods.length > 0) routes.push({ pattern: patternOf(url), methods });
  });
  return (path) => [...new Set(routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods))];
}

/** Returns the pattern of the paths of a route, such as `/measures/:name` or `/graphiql/*`. */
function patternOf(url: string): RegExp {
  const parts = url
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.split('*').map(literal).join('.*')));
  return new RegExp(`^${parts.join('/')}$`);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
