/** Stops the process that runs Postgres for the tests, and waits for its exit. */
// biome-ignore lint/style/noDefaultExport: Jest calls the default export
export default async function tearDown() {
  const databaseProcess = globalThis.databaseKeeper;
  const exited = new Promise((resolve) => databaseProcess.once('exit', resolve));
  databaseProcess.disconnect();
  await exited;
}
