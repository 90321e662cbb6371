import type { AuditKind } from '../audit/audit-kinds.ts';
import type { AuthCall, AuthServices } from './auth-call.ts';
import { sendError, sendTooManyAttempts } from './better-auth-request.ts';
import { personObject } from './people.ts';
import type { ValidSession } from './viewer.ts';

/**
 * Checks the current password of a signed-in user before a change. Guesses are delayed as at sign-in and recorded as
 * `failure`. Returns true if the password is right; otherwise a refusal has been sent.
 */
export async function isPasswordConfirmed(
  { request, reply, address }: AuthCall,
  { audit, people, throttle, devices }: AuthServices,
  {
    session: { viewer },
    password,
    failure,
  }: { readonly session: ValidSession; readonly password: string; readonly failure: AuditKind },
): Promise<boolean> {
  const account = viewer.email;
  const device = devices.read(request, account);
  const attempt = await throttle.attempt({ account, address, device }, async () => {
    const isRight = await people.isPasswordOf(viewer.id, password);
    return { isRight, result: isRight };
  });
  if (attempt.isRefused) {
    void sendTooManyAttempts(reply, attempt.wait);
    return false;
  }
  if (attempt.result) return true;
  await audit.record({ person: viewer.id, address }, [
    { kind: failure, object: personObject(viewer), reason: 'WRONG_PASSWORD' },
  ]);
  void sendError(reply, 400, 'BAD_USER_INPUT', 'The current password is wrong. Correct it and try again.');
  return false;
}
