import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail as a mail server receives it. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** The header and the body, with lines that were folded for the transport joined. */
  readonly content: string;
  /** The user that the client has signed in as. */
  readonly user: string | undefined;
}

/** A listening mail server that keeps what it receives. */
export interface MailServer {
  /** The address for `CHANCERY_SMTP_URL`. */
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** While true, the server refuses every recipient. */
  refuses: boolean;
  readonly close: () => Promise<void>;
}

const login = { user: 'chancery@example.org', password: 'p@ss word' };

/** Starts a mail server on 127.0.0.1, without TLS, that demands a user and a password. */
export async function openMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const mails = { received, refuses: false };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === login.user && password === login.password
        ? done(null, { user: username })
        : done(new Error('wrong user or password')),
    onRcptTo: (_address, _session, done) => done(mails.refuses ? new Error('mailbox full') : null),
    onData: (stream, { envelope, user }, done) => {
      text(stream).then((content) => {
        received.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          // Quoted-printable: soft line breaks and encoded characters.
          content: content
            .replaceAll('=\r\n', '')
            .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
          user,
        });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  const { user, password } = login;
  return Object.assign(mails, {
    url: `smtp://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}
