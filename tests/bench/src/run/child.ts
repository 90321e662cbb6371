import type { ChildProcess } from 'node:child_process';

/** Returns the next message of a child process. Rejects if the process exits first. */
export function waitForNextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) =>
      reject(new Error(`a process of the benchmark exited with code ${code}. The output above has the reason.`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message);
    });
  });
}

/** Disconnects from a child process, which makes it exit, and waits until it has. */
export function stopChild(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.disconnect();
    return undefined;
  });
}
