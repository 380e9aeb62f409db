/**
 * Every kind of job with its data. Data are ids only: what a job needs to know it reads itself, so that a queue never
 * holds anything about a person and a retry works on the present state.
 */
export interface JobMap {
  'render-report': { readonly tenantId: string; readonly reportId: string };
  'send-invitations': { readonly tenantId: string; readonly waveId: string; readonly requestId: string };
  /** A mail to a user about how they sign in; the link in it is made when it is sent. */
  'send-account-mail': {
    readonly tenantId: string;
    readonly userId: string;
    readonly kind: AccountMail;
    readonly requestId: string;
  };
  'erase-person': { readonly tenantId: string; readonly personId: string };
  'export-person': { readonly tenantId: string; readonly exportId: string };
}

/** `password`: a link to set one · `invitation`: the same for a new account · the rest tell of what was changed. */
export type AccountMail =
  'password' | 'invitation' | 'password-changed' | 'second-factor-added' | 'second-factor-removed';

export type JobName = keyof JobMap;

/** What a job says of itself while it runs. */
export interface JobProgress {
  /** 0 to 100. */
  readonly percent: number;
  readonly step: string;
}

/** Names of jobs in the queue come from business keys, so that the same request is the same job. No `:` in them. */
export const jobIdOf = {
  'render-report': (data: JobMap['render-report']) => `report-${data.tenantId}-${data.reportId}`,
  'send-invitations': (data: JobMap['send-invitations']) => `invitations-${data.tenantId}-${data.requestId}`,
  'send-account-mail': (data: JobMap['send-account-mail']) =>
    `account-mail-${data.tenantId}-${data.requestId}`,
  'erase-person': (data: JobMap['erase-person']) => `erase-${data.tenantId}-${data.personId}`,
  'export-person': (data: JobMap['export-person']) => `export-${data.tenantId}-${data.exportId}`,
} satisfies { [N in JobName]: (data: JobMap[N]) => string };

export type JobHandlers = {
  readonly [N in JobName]: (
    data: JobMap[N],
    report: (progress: JobProgress) => Promise<void>,
  ) => Promise<void>;
};

/** What to do when a job has failed for the last time: whoever waits for it must hear of it. */
export type LastFailureHandlers = { readonly [N in JobName]: (data: JobMap[N]) => Promise<void> };
