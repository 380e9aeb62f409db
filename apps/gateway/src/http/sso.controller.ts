import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { takeAttempt, tenantOf } from '@rapport/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { addCookie, enter, SIGN_IN, type SignIn } from './sign-in.js';
import { refused, refusedFor } from './words.js';

/** A page of the portal to come back to; anything else could lead away from it. */
const page = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[\w\-./?=&%]*$/);
const asked = z.object({ firm: z.string().min(1).max(100), from: page.nullish().catch(null) });

const STARTS_OF_A_SOURCE = 100;

/** Signing in by the firm's own service. Tokens of that service stay here; the browser gets a session and nothing else. */
@Controller('api/sso')
export class SsoController {
  constructor(@Inject(SIGN_IN) private readonly signIn: SignIn) {}

  /** Where the browser goes to sign in. */
  @Post('start')
  async start(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<{ location: string }> {
    const parsed = asked.safeParse(body);
    if (!parsed.success) throw refused(request, 400, 'malformed');
    const { ports, sso, step } = this.signIn;
    const wait = await takeAttempt(ports.pool, [{ of: ['sso', request.ip], most: STARTS_OF_A_SOURCE }]);
    if (wait > 0) throw refusedFor(request, reply, wait);
    const begun = await sso.begin(tenantOf(parsed.data.firm), parsed.data.from ?? null);
    if (begun === null) throw refused(request, 404, 'noSso');
    if (begun === 'away') throw refused(request, 503, 'ssoAway');
    addCookie(reply, step.set(begun.step));
    void reply.code(200);
    return { location: begun.location };
  }

  /** Where the browser comes back to. */
  @Get('callback')
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { sso, step } = this.signIn;
    // Whoever only looks does not use it up.
    if (request.method !== 'GET') return void (await reply.code(405).header('allow', 'GET').send());
    const at = request.url.indexOf('?');
    const query = new URLSearchParams(at < 0 ? '' : request.url.slice(at + 1));
    const result = await sso.finish(step.read(request.headers.cookie), query);
    addCookie(reply, step.clear());
    if (typeof result === 'string') return void (await reply.redirect(`/sign-in?problem=${result}`, 303));
    const { tenant, account, from } = result;
    await enter(this.signIn, request, reply, tenant, account.userId, 'sso');
    return void (await reply.redirect(from ?? '/', 303));
  }
}
