import { connect, createServer } from 'node:net';

/**
 * Stands between a client and a service. `pass`: hands on; `cut`: lets the request through and closes instead of handing
 * on the reply; `hole`: takes what comes and never answers.
 */
export async function startProxy(targetPort) {
  const state = { mode: 'pass' };
  const sockets = new Set();
  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1');
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        (socket === client ? target : client).destroy();
      });
    }
    client.on('data', (bytes) => state.mode !== 'hole' && target.write(bytes));
    target.on('data', (bytes) => {
      if (state.mode === 'cut') client.destroy();
      if (state.mode === 'pass') client.write(bytes);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    set mode(mode) {
      state.mode = mode;
      if (mode === 'pass') for (const socket of sockets) socket.destroy();
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
