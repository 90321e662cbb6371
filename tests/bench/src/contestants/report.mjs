// What every contestant's process tells the benchmark: where it listens, and when asked how much memory it uses.

/**
 * @param {import('node:http').Server} server
 */
export function report(server) {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
  process.on('message', () => process.send?.({ rss: process.memoryUsage.rss() }));
  // Whoever started it is gone: nobody is left to measure.
  process.on('disconnect', () => process.exit(0));
}
