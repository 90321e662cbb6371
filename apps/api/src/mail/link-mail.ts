import type { LinkPurpose } from '../auth/password-links.ts';
import type { MailText } from './mailer.ts';

/** Returns the mail with which a user receives a link to set their password. */
export function linkMail({
  purpose,
  to,
  name,
  url,
  expiresAt,
  origin,
}: {
  readonly purpose: LinkPurpose;
  readonly to: string;
  readonly name: string;
  readonly url: string;
  readonly expiresAt: Date | string;
  readonly origin: string;
}): MailText {
  const until = `${new Date(expiresAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const { subject, lines } =
    purpose === 'INVITATION'
      ? {
          subject: 'Your account at Chancery',
          lines: [`an admin has added you to the desk of ${origin}. Set your password with this link:`],
        }
      : {
          subject: 'Set a new password for Chancery',
          lines: [`an admin of the desk of ${origin} has created this link, with which you set a new password:`],
        };
  const text = [
    `Hello ${name},`,
    ...lines,
    url,
    `The link works once, until ${until}. Do not pass it on: anyone who has it can set your password.`,
    `You sign in with the e-mail address ${to}.`,
  ].join('\n\n');
  return { to, subject, text };
}
