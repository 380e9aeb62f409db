import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { callerOf } from '@rapport/read-models';
import type { Caller } from '@rapport/domain';
import {
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
} from 'graphql';
import { CloseCode, type ServerOptions } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { documentOf, type DocumentRule } from '../http/documents.js';
import { isSameOrigin } from '../http/origin.js';
import type { SessionCookie } from '../http/session.js';
import type { Ports } from '../ports.js';
import { createContext } from './context.js';
import { problem } from './errors.js';
import { countLimits, depthLimit, MOST_TOKENS, tooMuch } from './limits.js';

const MOST_BYTES = 64 * 1024;
const MOST_SUBSCRIPTIONS = 20;
/** Pages of one session that listen at the same time. */
const MOST_SOCKETS = 20;
const CHECK_SESSION_MS = 1000;

/** Subscriptions over WebSocket. */
export interface Live {
  /** Ends what hangs on a session. */
  endSession(secret: string): void;
  close(): Promise<void>;
}

type InitPayload = Record<string, unknown> | undefined;

interface Session {
  readonly secret: string;
  readonly caller: Caller;
}

/**
 * Serves subscriptions on `/graphql` to whoever holds a session: the cookie says who, the origin says from where, and
 * a socket lives no longer than its session. Nothing but subscriptions runs here.
 */
export function serveSubscriptions(options: {
  readonly server: Server;
  readonly schema: GraphQLSchema;
  readonly ports: Ports;
  readonly cookie: SessionCookie;
  readonly publicUrl: string;
  readonly documents: DocumentRule;
}): Live {
  const { server, schema, ports, cookie, publicUrl, documents } = options;
  const sockets = new Map<WebSocket, Session>();
  const sessions = new WeakMap<IncomingMessage, Session>();
  const wss = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES, clientTracking: true });

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    void admit(request).then(
      (session) => {
        if (!session) return refuse(socket, '401 Unauthorized');
        const own = [...sockets.values()].filter(({ secret }) => secret === session.secret);
        if (own.length >= MOST_SOCKETS) return refuse(socket, '429 Too Many Requests');
        sessions.set(request, session);
        wss.handleUpgrade(request, socket, head, (ws) => {
          sockets.set(ws, session);
          ws.on('close', () => sockets.delete(ws));
          wss.emit('connection', ws, request);
        });
      },
      (error: unknown) => {
        ports.logger.error({ err: error }, 'a live connection could not be opened');
        refuse(socket, '503 Service Unavailable');
      },
    );
  };
  const admit = async (request: IncomingMessage) => {
    if (request.url?.split('?', 1)[0] !== '/graphql' || !isSameOrigin(request.headers, publicUrl))
      return null;
    const secret = cookie.read(request.headers.cookie);
    const caller = secret === null ? null : await callerOf(ports.pool, secret);
    return secret !== null && caller ? { secret, caller } : null;
  };
  server.on('upgrade', upgrade);

  const running = new WeakMap<WebSocket, Set<string>>();
  const serverOptions: ServerOptions<InitPayload, Extra & Partial<Record<string, unknown>>> = {
    schema,
    onSubscribe: ({ extra }, id, payload): ExecutionArgs | readonly GraphQLError[] => {
      const session = sessions.get(extra.request);
      if (!session) return [new GraphQLError('You are not signed in.')];
      const own = running.get(extra.socket) ?? new Set();
      if (own.size >= MOST_SUBSCRIPTIONS) return [new GraphQLError('Too many subscriptions at once.')];
      const { documentId } = payload.extensions ?? {};
      const found = documentOf({ documentId, query: payload.query }, documents === 'any');
      if ('refused' in found) return [problem(found.refused, 'en')];
      let document: DocumentNode;
      try {
        document = parse(String(found.text), { maxTokens: MOST_TOKENS, noLocation: false });
      } catch (error) {
        return [error as GraphQLError];
      }
      const problems = validate(schema, document, [...specifiedRules, depthLimit, countLimits], {
        maxErrors: 5,
      });
      // Which fields there are is nothing to be guessed at.
      if (problems.length > 0)
        return problems.map(({ message }) => new GraphQLError(message.replace(/ ?Did you mean .*$/s, '')));
      const excess = tooMuch(payload.variables ?? {});
      if (excess !== null) return [new GraphQLError(excess)];
      const operation = getOperationAST(document, payload.operationName ?? undefined);
      if (operation?.operation !== 'subscription')
        return [new GraphQLError('Only subscriptions run over this connection; send the rest by POST.')];
      running.set(extra.socket, own.add(id));
      const acceptLanguage = extra.request.headers['accept-language'];
      return {
        schema,
        document,
        operationName: payload.operationName ?? null,
        variableValues: payload.variables ?? {},
        contextValue: createContext(ports, session.caller, {
          acceptLanguage,
          idempotencyKey: null,
        }),
      };
    },
    onComplete: ({ extra }, id) => void running.get(extra.socket)?.delete(id),
    onError: (_, __, ___, errors) =>
      errors.map((error) =>
        error.originalError && !(error.originalError instanceof GraphQLError)
          ? { message: 'Something went wrong on our side.' }
          : error.toJSON(),
      ) as never,
  };
  const served = useServer<InitPayload, Record<string, unknown>>(serverOptions, wss);

  const end = (ws: WebSocket) => ws.close(CloseCode.Forbidden, 'The session has ended');
  const timer = setInterval(() => void checkSessions().catch(() => undefined), CHECK_SESSION_MS);
  timer.unref();
  /** A session that is over ends its sockets, and so does one whose rights have changed: the next one has the new. */
  async function checkSessions(): Promise<void> {
    for (const secret of new Set([...sockets.values()].map((session) => session.secret))) {
      const caller = await callerOf(ports.pool, secret, { watching: true });
      for (const [ws, session] of sockets)
        if (session.secret === secret && JSON.stringify(session.caller) !== JSON.stringify(caller)) end(ws);
    }
  }

  const live: Live = {
    endSession(secret) {
      for (const [ws, session] of sockets) if (session.secret === secret) end(ws);
    },
    async close() {
      clearInterval(timer);
      server.off('upgrade', upgrade);
      await served.dispose();
      for (const ws of wss.clients) ws.terminate();
    },
  };
  return live;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
