import { rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** The demo firm of this run is nobody's; the next run makes its own. */
export default function removeData(): void {
  const data = process.env['JOURNEYS_DATA'];
  if (data) rmSync(dirname(data), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
