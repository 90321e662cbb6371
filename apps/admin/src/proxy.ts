import { type NextRequest, NextResponse } from 'next/server';
import { edge } from './edge/edge.ts';
import { limitPage } from './edge/limit-page.ts';
import { refusePage } from './edge/refuse-page.ts';

const isDevelopment = process.env.NODE_ENV === 'development';

/**
 * Limits the pages of each network address, refuses requests that no page can answer, and sets the
 * Content-Security-Policy of every page, with a nonce that Next adds to the scripts it renders.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const refusal = await limitPage(request.headers, edge());
  if (refusal) return refusal;
  const unanswerable = refusePage({
    method: request.method,
    path: request.nextUrl.pathname,
    accept: request.headers.get('accept') ?? '',
  });
  if (unanswerable) return unanswerable;
  const nonce = btoa(crypto.randomUUID());
  const policy = policyWith(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

function policyWith(nonce: string): string {
  return [
    "default-src 'self'",
    // In development, React uses eval to reconstruct the stacks of server errors.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Bars of charts and rows of virtual lists are positioned with style attributes, which cannot run scripts.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Leaves out static files, which need no policy, and the paths of the API, which sets its own headers and limits. */
export const config = {
  matcher: [
    '/((?!_next/|graphql$|graphiql$|graphiql/|measures$|measures/[^/]+$|desk/graphql$|desk/auth/|desk/set-up$|desk/imports/files$|desk/imports/[^/]+/errors.csv$|favicon.ico$|icon.svg$).*)',
  ],
};
