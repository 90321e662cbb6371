/** Why a start ended, in one line for the person who started it; shown without a stack. */
export class LaunchError extends Error {
  override readonly name = 'LaunchError';
}
