import { createHash } from 'node:crypto';
import { Body, Controller, Delete, HttpException, Inject, Post, Req, Res } from '@nestjs/common';
import type { Locale } from '@rapport/domain';
import { checkPassword, closeSession, openSession, redeemInvitation, tenantOf } from '@rapport/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { preferredLocale } from '../graphql/context.js';
import type { Ports } from '../ports.js';
import type { RateLimit } from './rate-limit.js';
import type { SessionCookie } from './session.js';

export const SIGN_IN = Symbol('sign-in');

/** What signing in works with. */
export interface SignIn {
  readonly ports: Ports;
  readonly cookie: SessionCookie;
  /** Failed attempts of one address at one account. */
  readonly byAccount: RateLimit;
  /** Failed attempts of one address at any account or invitation. */
  readonly byAddress: RateLimit;
  /** Told when a session ends, so that what hangs on it ends as well. */
  readonly ended: (secret: string) => void;
}

const credentials = z.object({
  firm: z.string().min(1).max(100),
  email: z.string().min(1).max(254),
  password: z.string().min(1).max(1000),
});
const invitation = z.object({ token: z.string().min(1).max(200) });

/** Words for people who are not signed in; the same for every reason, so that nothing can be found out by trying. */
const WORDS = {
  malformed: {
    de: 'Bitte füllen Sie alle Felder aus.',
    en: 'Please fill in all fields.',
  },
  wrong: {
    de: 'Firma, E-Mail-Adresse und Passwort passen nicht zusammen. Nach mehreren Fehlversuchen ist die Anmeldung für 15 Minuten gesperrt.',
    en: 'Firm, e-mail address and password do not belong together. After several failed attempts sign-in is locked for 15 minutes.',
  },
  used: {
    de: 'Dieser Link gilt nicht mehr. Bitte öffnen Sie den Link aus der neuesten Einladung, oder bitten Sie um eine neue.',
    en: 'This link is no longer valid. Please open the link in the latest invitation or ask for a new one.',
  },
  often: {
    de: 'Zu viele Versuche. Bitte warten Sie eine Viertelstunde und versuchen Sie es dann noch einmal.',
    en: 'Too many attempts. Please wait a quarter of an hour and then try again.',
  },
} satisfies Record<string, Record<Locale, string>>;

@Controller('api')
export class SessionController {
  constructor(@Inject(SIGN_IN) private readonly signIn: SignIn) {}

  /** Opens a session for a user; an older session of the same browser ends. */
  @Post('session')
  async open(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<{ signedIn: true }> {
    const parsed = credentials.safeParse(body);
    if (!parsed.success) throw refused(request, 400, 'malformed');
    const { firm, email, password } = parsed.data;
    const { ports, byAccount, byAddress } = this.signIn;
    const account = hashed(`${request.ip} ${firm.trim().toLowerCase()} ${email.trim().toLowerCase()}`);
    this.limit(request, reply, [
      [byAccount, account],
      [byAddress, request.ip],
    ]);
    const tenant = tenantOf(firm);
    const result = await checkPassword(ports.pool, tenant, email, password);
    if (typeof result === 'string') throw refused(request, 401, 'wrong');
    byAccount.giveBack(account);
    byAddress.giveBack(request.ip);
    await this.endOld(request);
    const secret = await openSession(ports.pool, tenant, { kind: 'user', id: result.userId });
    void reply.header('set-cookie', this.signIn.cookie.set(secret)).code(200);
    return { signedIn: true };
  }

  /** Redeems an invitation: by POST only, so that nothing that merely looks at the link uses it up. */
  @Post('invitation')
  async redeem(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<{ assessmentId: string }> {
    const parsed = invitation.safeParse(body);
    if (!parsed.success) throw refused(request, 400, 'used');
    this.limit(request, reply, [[this.signIn.byAddress, request.ip]]);
    const { pool } = this.signIn.ports;
    const redeemed = await redeemInvitation(pool, parsed.data.token);
    if (!redeemed) throw refused(request, 410, 'used');
    this.signIn.byAddress.giveBack(request.ip);
    await this.endOld(request);
    const { tenantId, personId, assessmentId } = redeemed;
    const secret = await openSession(pool, tenantId, { kind: 'participant', id: personId });
    void reply.header('set-cookie', this.signIn.cookie.set(secret)).code(200);
    return { assessmentId };
  }

  @Delete('session')
  async close(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.endOld(request);
    void reply.header('set-cookie', this.signIn.cookie.clear()).code(204);
  }

  private async endOld(request: FastifyRequest): Promise<void> {
    const secret = this.signIn.cookie.read(request.headers.cookie);
    if (secret === null) return;
    await closeSession(this.signIn.ports.pool, secret);
    this.signIn.ended(secret);
  }

  private limit(
    request: FastifyRequest,
    reply: FastifyReply,
    limits: readonly (readonly [RateLimit, string])[],
  ): void {
    const wait = Math.max(...limits.map(([limit, key]) => limit.take(key)));
    if (wait === 0) return;
    void reply.header('retry-after', String(wait));
    throw refused(request, 429, 'often');
  }
}

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex');

const refused = (request: FastifyRequest, status: number, word: keyof typeof WORDS): HttpException =>
  new HttpException(
    { error: WORDS[word][preferredLocale(request.headers['accept-language']) ?? 'en'] },
    status,
  );
