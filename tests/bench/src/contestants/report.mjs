// Reports the port of a contestant to the benchmark and, on request, its memory.

/**
 * Sends the port of a listening server to the benchmark, and its resident memory in bytes on each message. Exits when
 * the benchmark exits.
 * @param {import('node:http').Server} server
 */
export function report(server) {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
  process.on('message', () => process.send?.({ rss: process.memoryUsage.rss() }));
  // The benchmark has exited.
  process.on('disconnect', () => process.exit(0));
}
