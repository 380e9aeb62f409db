import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

interface Caught extends Pick<Email, 'subject' | 'text'> {
  readonly to: string;
  readonly at: Date;
}

export interface MailCatcher {
  readonly smtpUrl: string;
  /** A page that shows what was sent; in memory, gone with the process. */
  readonly pageUrl: string;
  /** Forgets what was sent to an address; answers how many mails. */
  forget(address: string): number;
  close(): Promise<void>;
}

const KEPT = 500;
const MAX_BYTES = 1024 * 1024;

/** A real SMTP server that delivers nothing, and a page on which its mail can be read. For exploring, on this machine only. */
export async function startMailCatcher(pagePort: number): Promise<MailCatcher> {
  const mails: Caught[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: MAX_BYTES,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(parts)).then(({ subject, text }) => {
          const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
          mails.unshift({ to, at: new Date(), subject, text });
          mails.length = Math.min(mails.length, KEPT);
          done();
        }, done);
      });
    },
  });
  smtp.on('error', () => undefined);
  await listening(smtp.server as unknown as Server, () => smtp.listen(0, '127.0.0.1'));
  const page = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
    response.setHeader('Cache-Control', 'no-store');
    response.end(pageOf(mails));
  });
  await listening(page, () => page.listen(pagePort, '127.0.0.1')).catch(() =>
    listening(page, () => page.listen(0, '127.0.0.1')),
  );
  const portOf = (server: { address(): AddressInfo | string | null }) =>
    (server.address() as AddressInfo).port;
  return {
    smtpUrl: `smtp://127.0.0.1:${portOf(smtp.server as unknown as Server)}`,
    pageUrl: `http://localhost:${portOf(page)}`,
    forget(address) {
      const kept = mails.filter(
        ({ to }) => !to.split(', ').some((each) => each.toLowerCase() === address.toLowerCase()),
      );
      const forgotten = mails.length - kept.length;
      mails.splice(0, mails.length, ...kept);
      return forgotten;
    },
    async close() {
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
      page.closeAllConnections();
      await new Promise<void>((resolve) => page.close(() => resolve()));
    },
  };
}

const listening = (server: Server, listen: () => unknown): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
    listen();
  });

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const linked = (text: string): string =>
  escaped(text).replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}" rel="noreferrer">${url}</a>`);

const pageOf = (mails: readonly Caught[]): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Sent mail</title><meta name="viewport" content="width=device-width">
<style>body{font:16px/1.5 system-ui;max-width:46rem;margin:2rem auto;padding:0 1rem}article{border-top:1px solid #ccc;padding:1rem 0}
pre{white-space:pre-wrap;font:inherit}small{color:#555}</style>
<h1>Sent mail</h1><p>Nothing here has left this machine. Newest first, ${mails.length} in all.</p>
${mails
  .map(
    ({ to, at, subject, text }) =>
      `<article><small>${escaped(to)} · ${at.toISOString()}</small><h2>${escaped(subject ?? '')}</h2><pre>${linked(text ?? '')}</pre></article>`,
  )
  .join('\n')}
</html>`;
