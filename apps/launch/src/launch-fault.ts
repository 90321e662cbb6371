/** Why a start ended, in one line for the person who started it; shown without a stack. */
export class LaunchFault extends Error {
  override readonly name = 'LaunchFault';
}
