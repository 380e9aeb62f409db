export default async function teardown() {
  await globalThis.rapportTestServer?.stop();
}
