// Loaded into every server that the launcher starts. When the launcher is killed its channel closes, and a server that
// stayed would keep the port and the data from the next start. Children of a server inherit this file and have channels
// of their own, which are not ours to touch.
if (process.channel && process.ppid === Number(process.env.CHANCERY_LAUNCHER)) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 5000).unref();
  });
  // Waiting for that must not keep a process alive which has nothing else to do.
  process.channel.unref();
}
