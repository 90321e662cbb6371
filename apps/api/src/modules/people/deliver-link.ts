import type { Settled } from '../../audit/audit-rule.ts';
import type { LinkPurpose } from '../../auth/password-links.ts';
import type { SignedInContext } from '../../endpoints/desk-context.ts';
import { linkMail } from '../../mail/link-mail.ts';
import type { ResolverOutput } from '../module.ts';

type Link = Settled<ResolverOutput<'PasswordLink'>> & { readonly __typename: 'PasswordLink' };

/**
 * Returns a function that sends the link of an outcome by mail, if a mail server is set, and then leaves it out of the
 * outcome. If the mail server fails, the outcome keeps the link, for the admin to pass on.
 */
export function deliverLink(purpose: LinkPurpose) {
  return async <Outcome extends { readonly __typename: string }>(
    outcome: Outcome | Link,
    { services: { mailer, origin, log } }: SignedInContext,
  ): Promise<Outcome | Link> => {
    if (!isLink(outcome) || !mailer || typeof outcome.url !== 'string') return outcome;
    const { url, expiresAt, person } = outcome;
    try {
      await mailer.send(linkMail({ purpose, to: person.email, name: person.name, url, expiresAt, origin }));
      return { ...outcome, url: null, sentTo: person.email };
    } catch (error) {
      log.warn({ person: person.id, reason: reasonOf(error) }, 'a link could not be sent by mail');
      const mailError = 'The mail server did not take the mail. The log of the API says why.';
      return { ...outcome, mailError };
    }
  };
}

/** Returns the message of an error without e-mail addresses, which are not logged. */
function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\S+@\S+/g, '…');
}

function isLink(outcome: { readonly __typename: string }): outcome is Link {
  return outcome.__typename === 'PasswordLink';
}
