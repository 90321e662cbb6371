/** Called by Next once when the server starts. Makes the server append the client's address to forwarded requests. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { appendClientAddress } = await import('./endpoints/client-address.ts');
  appendClientAddress();
}
