/** An error that ends the start. Its message is one line for the operator, to be printed without a stack. */
export class LaunchError extends Error {
  override readonly name = 'LaunchError';
}
