/** Lets the process that keeps the Postgres of the run stop it, and waits until it has. */
// biome-ignore lint/style/noDefaultExport: Jest calls the default export
export default async function tearDown() {
  const keeper = globalThis.databaseKeeper;
  const gone = new Promise((resolve) => keeper.once('exit', resolve));
  keeper.disconnect();
  await gone;
}
