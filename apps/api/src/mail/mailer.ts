import { createTransport } from 'nodemailer';

/** A mail server that the operator has set, and the sender of the mails. */
export interface MailSettings {
  /** An address that begins with smtp:// or smtps://, with user and password if the server needs them. */
  readonly url: string;
  /** The sender, such as `Chancery <register@example.org>`. */
  readonly from: string;
}

/** A plain-text mail. */
export interface MailText {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends mails through the mail server of the settings. */
export interface Mailer {
  /**
   * Hands a mail over to the mail server, which delivers it.
   * @throws Error if the server cannot be reached or refuses the mail
   */
  readonly send: (mail: MailText) => Promise<void>;
}

/** How long the mail server may take to answer, in milliseconds. An admin waits for it. */
const timeouts = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000, dnsTimeout: 5_000 };

/** Creates the mailer for a mail server. Connects only to send. */
export function mailerOf({ url, from }: MailSettings): Mailer {
  const transport = createTransport({ url: withTls(url), ...timeouts });
  return {
    send: async (mail) => {
      await transport.sendMail({ from, ...mail, disableFileAccess: true, disableUrlAccess: true });
    },
  };
}

/**
 * Demands TLS of a mail server on another machine, since mails contain links that set passwords. `requireTLS=false` in
 * the query of the address is left as it is: the operator has decided.
 */
function withTls(address: string): string {
  const url = new URL(address);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (!isLocal && !url.searchParams.has('requireTLS')) url.searchParams.set('requireTLS', 'true');
  return url.href;
}
