export type StartFailure =
  | 'disk-full'
  | 'no-permission'
  | 'port-taken'
  | 'wrong-version'
  | 'broken-data'
  | 'unsupported-platform'
  | 'unknown-user'
  | 'failed';

/** PostgreSQL could not be started; the message is one sentence that says what to do. */
export class EmbeddedStartError extends Error {
  constructor(
    readonly reason: StartFailure,
    message: string,
    /** What PostgreSQL or the system said, for the log. */
    readonly detail: string = '',
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'EmbeddedStartError';
  }
}

const signs: readonly [StartFailure, RegExp][] = [
  ['disk-full', /No space left on device|Check free disk space|ENOSPC|Disk quota exceeded|EDQUOT/i],
  ['unknown-user', /could not look up effective user ID/i],
  ['port-taken', /could not bind|Address already in use|EADDRINUSE/i],
  ['wrong-version', /incompatible with server|initialized by PostgreSQL version/i],
  [
    'no-permission',
    /Permission denied|EACCES|EPERM|EROFS|Operation not permitted|has (invalid permissions|wrong ownership)|Read-only file system/i,
  ],
  ['unsupported-platform', /error while loading shared libraries|ENOENT.*initdb|cannot execute binary file/i],
  [
    'broken-data',
    /pg_control|checkpoint record|not a valid data directory|could not open (file|directory)|could not read|is missing|is damaged|invalid (page|primary|magic)|PANIC|ENOTDIR|EEXIST/i,
  ],
];

const advice = (reason: StartFailure, dataDir: string, port: number | undefined): string => {
  switch (reason) {
    case 'disk-full':
      return `The disk is full: free some space where ${dataDir} lies and start again.`;
    case 'no-permission':
      return `The data folder ${dataDir} may not be written: give the user who starts Rapport the right to it, or choose another folder.`;
    case 'port-taken':
      return `Port ${port ?? ''} is taken by another program: stop that program or choose another port.`;
    case 'wrong-version':
      return `The data folder ${dataDir} was written by another version of PostgreSQL: start the Rapport version that wrote it, or move the folder away to begin anew.`;
    case 'broken-data':
      return `The data folder ${dataDir} is damaged: restore it from a backup, or move it away to begin anew.`;
    case 'unsupported-platform':
      return `The bundled PostgreSQL does not run on ${process.platform}-${process.arch}: install one yourself and set DATABASE_URL.`;
    case 'unknown-user':
      return `The system has no name for user id ${process.getuid?.() ?? ''}: start Rapport as a user of this system, or set DATABASE_URL to a PostgreSQL of your own.`;
    case 'failed':
      return `PostgreSQL did not start in ${dataDir}: see postgres.log in that folder.`;
  }
};

/** Turns whatever a start attempt left behind (an exception, the lines PostgreSQL printed) into one sentence. */
export function explainStartFailure(
  said: unknown,
  place: { readonly dataDir: string; readonly port?: number | undefined },
): EmbeddedStartError {
  if (said instanceof EmbeddedStartError) return said;
  const text =
    said instanceof Error ? `${(said as NodeJS.ErrnoException).code ?? ''} ${said.message}` : String(said);
  const reason = signs.find(([, sign]) => sign.test(text))?.[0] ?? 'failed';
  return new EmbeddedStartError(reason, advice(reason, place.dataDir, place.port), text.trim(), {
    cause: said,
  });
}
