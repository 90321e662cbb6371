/**
 * An expected error that ends the launcher. Its message is one line for the operator, printed without a stack trace.
 */
export class LaunchError extends Error {
  override readonly name = 'LaunchError';
}
