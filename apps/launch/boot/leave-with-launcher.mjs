// Loaded into every server that the launcher starts. When the launcher is killed its channel closes, and a server that
// stayed would keep the port and the data from the next start.
if (process.channel) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 5000).unref();
  });
  // Waiting for that must not keep a process alive which has nothing else to do.
  process.channel.unref();
}
