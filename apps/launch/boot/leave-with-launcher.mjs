// Loaded into every server that the launcher starts. Ends the server when the launcher is killed, which closes the IPC
// channel: otherwise the server would block its port and the data folder for the next start. Child processes of a
// server load this file too, but their channels are not from the launcher, so they are left alone.
// The launcher reads standard error. When it was killed, a line that nobody reads must not end the server at once.
process.stderr.on('error', () => undefined);
if (process.channel && process.ppid === Number(process.env.CHANCERY_LAUNCHER)) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 5000).unref();
  });
  // The channel alone must not keep the process running.
  process.channel.unref();
}
