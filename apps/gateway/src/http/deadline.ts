import { Catch, type ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import { databaseTrouble, type DatabaseTrouble } from '@rapport/platform/database';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { problem, RETRY_SECONDS, troubleCode } from '../graphql/errors.js';
import { localeOf } from './words.js';

const LOOK_AFTER_MS = 4500;
const SILENT_MS = 3500;

function answer(request: FastifyRequest, reply: FastifyReply, trouble: DatabaseTrouble): FastifyReply {
  const code = troubleCode[trouble];
  const { message } = problem(code, localeOf(request));
  const graphql = request.url.split('?', 1)[0] === '/graphql';
  return reply
    .code(503)
    .header('retry-after', String(RETRY_SECONDS))
    .type('application/json; charset=utf-8')
    .send(graphql ? { errors: [{ message, extensions: { code } }] } : { error: message, reason: code });
}

/** What the database did not answer is no defect: it says so, and when to try again. */
@Catch()
export class DatabaseTroubleFilter extends BaseExceptionFilter {
  override catch(error: unknown, host: ArgumentsHost): void {
    const trouble = databaseTrouble(error);
    if (!trouble) return super.catch(error, host);
    const http = host.switchToHttp();
    void answer(http.getRequest(), http.getResponse(), trouble);
  }
}

/**
 * Answers a request after a few seconds when the database has been silent for so long that nothing will come: every
 * statement has a limit, but a request makes several, one after the other. A request that only takes long goes on.
 */
export function deadline(fastify: FastifyInstance, pool: pg.Pool): void {
  let heard = performance.now();
  const hear = () => (heard = performance.now());
  pool.on('connect', hear);
  // A connection that is given up was not heard of.
  pool.on('release', (error: unknown) => error ?? hear());
  const isSilent = () =>
    pool.totalCount - pool.idleCount + pool.waitingCount > 0 && performance.now() - heard > SILENT_MS;
  fastify.addHook('onRequest', async (request, reply) => {
    const timer = setTimeout(() => {
      if (!reply.sent && isSilent()) void answer(request, reply, 'away');
    }, LOOK_AFTER_MS);
    reply.raw.once('close', () => clearTimeout(timer));
  });
}
