import { Body, Controller, Delete, Inject, Post, Req, Res } from '@nestjs/common';
import type { UserId } from '@rapport/domain';
import {
  accountById,
  beginSecondFactor,
  checkCode,
  checkPassword,
  confirmSecondFactor,
  giveBackAttempt,
  identityProvider,
  lookAtOnce,
  openSession,
  recordFailure,
  redeemInvitation,
  redeemOnce,
  takeAttempt,
  tenantOf,
  TooManyHashes,
  type Redeemed,
} from '@rapport/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderSVG } from 'uqr';
import { z } from 'zod';
import {
  addCookie,
  afterPassword,
  browserOf,
  endOld,
  enter,
  SIGN_IN,
  sourceOf,
  type Next,
  type SignIn,
} from './sign-in.js';
import { refused, refusedFor } from './words.js';

const credentials = z.object({
  firm: z.string().min(1).max(100),
  email: z.string().min(1).max(254),
  password: z.string().min(1).max(1000),
});
const invitation = z.object({ token: z.string().min(1).max(200) });
const code = z.object({ code: z.string().trim().min(6).max(40) });

const OF_AN_ADDRESS = 100;

/** Signing in and out: by password with a second factor, and by invitation. */
@Controller('api')
export class SessionController {
  constructor(@Inject(SIGN_IN) private readonly signIn: SignIn) {}

  /** The first factor of a user; an older session of the same browser ends. */
  @Post('session')
  async open(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<{ signedIn: boolean; next: Next }> {
    const parsed = credentials.safeParse(body);
    if (!parsed.success) throw refused(request, 400, 'malformed');
    const { firm, email, password } = parsed.data;
    const { pool } = this.signIn.ports;
    const tenant = tenantOf(firm);
    const result = await checkPassword(
      ...([pool, tenant, email, password, sourceOf(this.signIn, request)] as const),
      (userId) => this.recordAfterwards(reply, tenant, userId),
    ).catch((error: unknown) => {
      if (error instanceof TooManyHashes) throw refused(request, 503, 'busy');
      throw error;
    });
    if (result === 'wrong') throw refused(request, 401, 'wrong');
    if ('wait' in result) throw refusedFor(request, reply, result.wait);
    if (await this.mustUseSso(tenant, result.userId)) throw refused(request, 403, 'onlySso');
    const next = await afterPassword(this.signIn, request, reply, tenant, result.userId);
    void reply.code(200);
    return { signedIn: next === 'signed-in', next };
  }

  /** After the answer, so that its time does not tell whether there is such an account. */
  private recordAfterwards(reply: FastifyReply, tenant: Redeemed['tenant'], userId: UserId): void {
    const { pool, logger } = this.signIn.ports;
    reply.raw.once('close', () => {
      recordFailure(pool, tenant, userId, 'password').catch((error: unknown) =>
        logger.error({ err: error }, 'a failed sign-in could not be recorded'),
      );
    });
  }

  /** Administrators keep their password: somebody must be able to repair the firm's own sign-in service. */
  private async mustUseSso(tenant: Redeemed['tenant'], userId: UserId): Promise<boolean> {
    const { pool } = this.signIn.ports;
    if ((await identityProvider(pool, tenant))?.enforced !== true) return false;
    const account = await accountById(pool, tenant, userId);
    return account !== null && account.clientId === null && !account.roles.includes('firm-admin');
  }

  /** Begins the set-up of a second factor that the firm requires before the first session. */
  @Post('session/enrolment')
  async enrol(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ secret: string; uri: string; picture: string }> {
    const waiting = await this.waiting(request);
    const { pool } = this.signIn.ports;
    const account = await accountById(pool, waiting.tenant, waiting.subjectId);
    if (!account) throw refused(request, 401, 'stale');
    const { tenant } = waiting;
    const { userId, email, firm } = account;
    const begun = await beginSecondFactor(pool, this.signIn.sealer, { tenant, userId, email, firm });
    if (begun === 'enrolled') throw refused(request, 409, 'enrolled');
    void reply.code(200);
    return { ...begun, picture: renderSVG(begun.uri) };
  }

  /** The second factor: the session opens. With a first code of a new factor come its recovery codes, once. */
  @Post('session/second-factor')
  async secondFactor(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<{ signedIn: true; recoveryCodes?: readonly string[] }> {
    const waiting = await this.waiting(request);
    const parsed = code.safeParse(body);
    if (!parsed.success) throw refused(request, 401, 'code');
    const { pool } = this.signIn.ports;
    const { tenant, subjectId, detail } = waiting;
    const userId = subjectId as UserId;
    const check = detail['enrolled'] === true ? checkCode : confirmSecondFactor;
    const checked = await check(pool, this.signIn.sealer, tenant, userId, parsed.data.code);
    if (checked === 'wrong') {
      await recordFailure(pool, tenant, userId, 'code');
      throw refused(request, 401, 'code');
    }
    if (checked !== 'right' && 'wait' in checked) throw refusedFor(request, reply, checked.wait);
    const token = this.signIn.step.read(request.headers.cookie) ?? '';
    if (!(await redeemOnce(pool, ['second-factor'], token))) throw refused(request, 401, 'stale');
    await enter(this.signIn, request, reply, tenant, userId, 'second-factor');
    addCookie(reply, this.signIn.step.clear());
    void reply.code(200);
    return { signedIn: true, ...(checked === 'right' ? {} : { recoveryCodes: checked.recoveryCodes }) };
  }

  private async waiting(request: FastifyRequest): Promise<Redeemed> {
    const token = this.signIn.step.read(request.headers.cookie);
    const waiting = token && (await lookAtOnce(this.signIn.ports.pool, ['second-factor'], token));
    if (!waiting) throw refused(request, 401, 'stale');
    return waiting;
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
    const { pool } = this.signIn.ports;
    const limits = [{ of: ['invitations', request.ip], most: OF_AN_ADDRESS }];
    const wait = await takeAttempt(pool, limits);
    if (wait > 0) throw refusedFor(request, reply, wait);
    const redeemed = await redeemInvitation(pool, parsed.data.token);
    if (!redeemed) throw refused(request, 410, 'used');
    await giveBackAttempt(pool, limits);
    await endOld(this.signIn, request);
    const { tenantId, personId, assessmentId } = redeemed;
    const by = { method: 'invitation', browser: browserOf(request.headers['user-agent']) } as const;
    const secret = await openSession(pool, tenantId, { kind: 'participant', id: personId }, by);
    addCookie(reply, this.signIn.cookie.set(secret));
    void reply.code(200);
    return { assessmentId };
  }

  @Delete('session')
  async close(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await endOld(this.signIn, request);
    addCookie(reply, this.signIn.cookie.clear());
    void reply.code(204);
  }
}
