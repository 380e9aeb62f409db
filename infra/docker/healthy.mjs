/** `node healthy.mjs <port>`: ends with 0 when the service of this container can do its work. */
const response = await fetch(`http://127.0.0.1:${process.argv[2]}/health/ready`, {
  signal: AbortSignal.timeout(2500),
}).catch(() => undefined);
process.exitCode = response?.ok ? 0 : 1;
