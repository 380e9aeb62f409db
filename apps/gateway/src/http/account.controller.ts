import { randomUUID } from 'node:crypto';
import { Body, Controller, Delete, Get, HttpException, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Caller } from '@rapport/domain';
import { putJob } from '@rapport/jobs';
import {
  accountByEmail,
  accountById,
  beginSecondFactor,
  callerOf,
  confirmPassword,
  confirmSecondFactor,
  endOwnSession,
  identityProvider,
  inTenant,
  lookAtOnce,
  ownSessions,
  redeemOnce,
  rememberDevice,
  removeSecondFactor,
  secondFactorOf,
  setPassword,
  takeAttempt,
  tenantOf,
  type OwnSession,
} from '@rapport/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderSVG } from 'uqr';
import { z } from 'zod';
import { weakness } from '../commands/mutations/accounts.js';
import { SIGN_IN, type SignIn } from './sign-in.js';
import { localeOf, refused, refusedFor } from './words.js';

const forgotten = z.object({ firm: z.string().min(1).max(100), email: z.string().min(1).max(254) });
const password = z.string().min(1).max(1000);
const fromLink = z.object({ token: z.string().min(1).max(200), password });
const changed = z.object({ current: password, password });
const confirmed = z.object({ password });
const code = z.object({ code: z.string().trim().min(6).max(40) });

const RESETS_OF_A_SOURCE = 30;
const RESETS_OF_AN_ACCOUNT = 3;
const LINKS_OF_A_SOURCE = 100;

type User = Extract<Caller, { kind: 'user' }>;

/** What people do about their own account: the password, the second factor, their sessions. */
@Controller('api')
export class AccountController {
  constructor(@Inject(SIGN_IN) private readonly signIn: SignIn) {}

  /** Sends a link to set a new password; the answer is the same, and as quick, whether there is such an account. */
  @Post('password-reset')
  async forgotten(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<{ sent: true }> {
    const parsed = forgotten.safeParse(body);
    if (!parsed.success) throw refused(request, 400, 'malformed');
    const { pool, logger } = this.signIn.ports;
    const wait = await takeAttempt(pool, [{ of: ['reset', request.ip], most: RESETS_OF_A_SOURCE }]);
    if (wait > 0) throw refusedFor(request, reply, wait);
    // After the answer, so that nothing can be told from the time it takes.
    setImmediate(() => {
      this.sendReset(parsed.data).catch((error: unknown) =>
        logger.error({ err: error }, 'a mail to set a password could not be asked for'),
      );
    });
    void reply.code(202);
    return { sent: true };
  }

  private async sendReset({ firm, email }: z.infer<typeof forgotten>): Promise<void> {
    const { pool } = this.signIn.ports;
    const tenant = tenantOf(firm);
    const account = await accountByEmail(pool, tenant, email);
    if (!account) return;
    const of = ['resets of', tenant, account.userId];
    if ((await takeAttempt(pool, [{ of, most: RESETS_OF_AN_ACCOUNT }])) > 0) return;
    const provider = await identityProvider(pool, tenant);
    if (provider?.enforced && account.clientId === null && !account.roles.includes('firm-admin')) return;
    const { userId } = account;
    await inTenant(pool, tenant, (client) =>
      putJob(client, 'send-account-mail', {
        ...{ tenantId: tenant, userId, kind: 'password', requestId: randomUUID() },
      }),
    );
  }

  /** Sets the password that a link from a mail allows, once; every session of the user ends. */
  @Post('password')
  async fromLink(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<void> {
    const parsed = fromLink.safeParse(body);
    if (!parsed.success) throw refused(request, 400, 'malformed');
    const { pool } = this.signIn.ports;
    const wait = await takeAttempt(pool, [{ of: ['links', request.ip], most: LINKS_OF_A_SOURCE }]);
    if (wait > 0) throw refusedFor(request, reply, wait);
    const { token } = parsed.data;
    const found = await lookAtOnce(pool, ['password', 'invitation'], token);
    const account = found && (await accountById(pool, found.tenant, found.subjectId));
    if (!found || !account) throw refused(request, 410, 'link');
    // A weak password must not use up the link.
    refuseWeak(request, parsed.data.password, account);
    if (!(await redeemOnce(pool, ['password', 'invitation'], token))) throw refused(request, 410, 'link');
    await setPassword(pool, found.tenant, account.userId, account.email, parsed.data.password);
    const mark = this.signIn.device.read(request.headers.cookie);
    if (mark !== null) await rememberDevice(pool, found.tenant, account.userId, mark);
    void reply.code(204);
  }

  /** The caller's ways to sign in, and where they are signed in now. */
  @Get('account')
  async own(@Req() request: FastifyRequest): Promise<{
    sessions: readonly OwnSession[];
    secondFactor: { enrolled: boolean; required: boolean; recoveryCodes: number } | null;
  }> {
    const { caller, secret } = await this.caller(request);
    const { pool } = this.signIn.ports;
    return {
      sessions: await ownSessions(pool, caller, secret),
      secondFactor:
        caller.kind === 'user' ? await secondFactorOf(pool, caller.tenantId, caller.userId) : null,
    };
  }

  @Delete('account/sessions/:id')
  async endSession(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    const { caller } = await this.caller(request);
    if (!(await endOwnSession(this.signIn.ports.pool, caller, id))) throw refused(request, 404, 'noSession');
    void reply.code(204);
  }

  /** A new password for the present one; every other session of the user ends. */
  @Post('account/password')
  async change(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<void> {
    const parsed = changed.safeParse(body);
    if (!parsed.success) throw refused(request, 400, 'malformed');
    const { user, secret } = await this.confirmed(request, reply, parsed.data.current);
    const { pool } = this.signIn.ports;
    const account = await accountById(pool, user.tenantId, user.userId);
    if (!account) throw refused(request, 401, 'nobody');
    refuseWeak(request, parsed.data.password, account);
    await setPassword(pool, user.tenantId, user.userId, account.email, parsed.data.password, secret);
    await this.tell(user, 'password-changed');
    void reply.code(204);
  }

  /** Begins the set-up of a second factor; it counts once a first code was entered. */
  @Post('account/second-factor')
  async beginSecondFactor(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<{ secret: string; uri: string; picture: string }> {
    const parsed = confirmed.safeParse(body);
    if (!parsed.success) throw refused(request, 400, 'malformed');
    const { user } = await this.confirmed(request, reply, parsed.data.password);
    const { ports, sealer } = this.signIn;
    const account = await accountById(ports.pool, user.tenantId, user.userId);
    if (!account) throw refused(request, 401, 'nobody');
    const { email, firm } = account;
    const begun = await beginSecondFactor(ports.pool, sealer, {
      ...{ tenant: user.tenantId, userId: user.userId, email, firm },
    });
    if (begun === 'enrolled') throw refused(request, 409, 'enrolled');
    void reply.code(200);
    return { ...begun, picture: renderSVG(begun.uri) };
  }

  @Post('account/second-factor/confirm')
  async confirmSecondFactor(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<{ recoveryCodes: readonly string[] }> {
    const user = await this.user(request);
    const parsed = code.safeParse(body);
    if (!parsed.success) throw refused(request, 403, 'code');
    const { ports, sealer } = this.signIn;
    const checked = await confirmSecondFactor(
      ...([ports.pool, sealer, user.tenantId, user.userId, parsed.data.code] as const),
    );
    if (checked === 'wrong') throw refused(request, 403, 'code');
    if ('wait' in checked) throw refusedFor(request, reply, checked.wait);
    await this.tell(user, 'second-factor-added');
    void reply.code(200);
    return checked;
  }

  @Post('account/second-factor/remove')
  async removeSecondFactor(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<void> {
    const parsed = confirmed.safeParse(body);
    if (!parsed.success) throw refused(request, 400, 'malformed');
    const { user } = await this.confirmed(request, reply, parsed.data.password);
    const { pool } = this.signIn.ports;
    if ((await secondFactorOf(pool, user.tenantId, user.userId)).required)
      throw refused(request, 403, 'required');
    await removeSecondFactor(pool, user.tenantId, user.userId, user.userId);
    await this.tell(user, 'second-factor-removed');
    void reply.code(204);
  }

  /** Whoever changes how a user signs in is not always that user: the mailbox hears of it. */
  private async tell(
    user: User,
    kind: 'password-changed' | 'second-factor-added' | 'second-factor-removed',
  ): Promise<void> {
    const { tenantId, userId } = user;
    await inTenant(this.signIn.ports.pool, tenantId, (client) =>
      putJob(client, 'send-account-mail', { tenantId, userId, kind, requestId: randomUUID() }),
    );
  }

  private async caller(request: FastifyRequest): Promise<{ caller: Caller; secret: string }> {
    const { ports, cookie } = this.signIn;
    const secret = cookie.read(request.headers.cookie);
    const caller = secret === null ? null : await callerOf(ports.pool, secret);
    if (secret === null || !caller) throw refused(request, 401, 'nobody');
    return { caller, secret };
  }

  private async user(request: FastifyRequest): Promise<User> {
    const { caller } = await this.caller(request);
    if (caller.kind !== 'user') throw refused(request, 401, 'nobody');
    return caller;
  }

  private async confirmed(
    request: FastifyRequest,
    reply: FastifyReply,
    given: string,
  ): Promise<{ user: User; secret: string }> {
    const { caller, secret } = await this.caller(request);
    if (caller.kind !== 'user') throw refused(request, 401, 'nobody');
    const { tenantId, userId } = caller;
    const right = await confirmPassword(this.signIn.ports.pool, tenantId, userId, given);
    if (right === 'wrong') throw refused(request, 403, 'password');
    if (right !== 'right') throw refusedFor(request, reply, right.wait);
    return { user: caller, secret };
  }
}

function refuseWeak(request: FastifyRequest, chosen: string, who: { name: string; email: string }): void {
  const weak = weakness(chosen, who);
  if (!weak) return;
  const locale = localeOf(request);
  const [subject, reason] = [locale === 'de' ? 'Das Passwort' : 'The password', weak[locale]];
  throw new HttpException({ error: `${subject} ${reason}.`, reason: 'weak' }, 422);
}
