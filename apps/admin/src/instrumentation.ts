/**
 * Called by Next once when the server starts. From then on, the server appends the client's address to the
 * X-Forwarded-For header of each request.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { appendClientAddress } = await import('./endpoints/client-address.ts');
  appendClientAddress();
}
