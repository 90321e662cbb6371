/**
 * Called by Next once when the server starts. From then on, the server prepares each request: it finds the address of the
 * client and sets the security headers.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { edge } = await import('./edge/edge.ts');
  const { prepareRequests } = await import('./edge/prepare-requests.ts');
  prepareRequests(edge(), process.env.CHANCERY_ADMIN_ORIGIN ?? '');
}
