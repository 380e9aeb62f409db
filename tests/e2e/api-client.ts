/** What GraphQL answered: data, errors, or both, with the status of the answer that carried them. */
export interface Answer<T> {
  readonly status: number;
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

export interface Asking {
  readonly variables?: Readonly<Record<string, unknown>>;
  /** A position that the answer must have seen. */
  readonly after?: string;
  /** The same key again is the same command. */
  readonly idempotencyKey?: string;
}

/** What a mutation answers in these suites; which fields are there follows from `__typename`. */
export interface Outcome {
  readonly __typename: string;
  readonly id?: string;
  readonly position?: string;
  readonly message?: string;
}

/** The API as a browser uses it: a session cookie, operations by POST. */
export class ApiClient {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  static async signIn(
    url: string,
    credentials: { readonly firm: string; readonly email: string; readonly password: string },
  ): Promise<ApiClient> {
    const response = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify(credentials),
    });
    const cookie = response.headers.get('set-cookie')?.split(';', 1)[0];
    if (!response.ok || !cookie)
      throw new Error(`nobody signed in: HTTP ${response.status} ${await response.text()}`);
    return new ApiClient(url, cookie);
  }

  /** The whole answer, whatever it is. */
  async answer<T>(query: string, { variables = {}, after, idempotencyKey }: Asking = {}): Promise<Answer<T>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: this.url,
        cookie: this.cookie,
        'accept-language': 'en',
        ...(after === undefined ? {} : { 'rapport-after-position': after }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer<T>, 'status'>) };
  }

  /** The data; anything else fails. */
  async ask<T>(query: string, asking: Asking = {}): Promise<T> {
    const { data, errors, status } = await this.answer<T>(query, asking);
    if (!data || errors) throw new Error(`HTTP ${status}: ${JSON.stringify(errors)}`);
    return data;
  }

  /** Waits until a position can be read: mutations check what they are given in the read models. */
  async reached(after: string): Promise<void> {
    await this.ask('{ me { id } }', { after });
  }

  /** One mutation by its name and its input type. */
  async mutate(
    name: string,
    input: Readonly<Record<string, unknown>>,
    asking: Asking = {},
  ): Promise<Outcome> {
    if (asking.after !== undefined) await this.reached(asking.after);
    const { outcome } = await this.ask<{ outcome: Outcome }>(mutationText(name), {
      ...asking,
      variables: { input },
    });
    return outcome;
  }

  /** A mutation that must be recorded: what it made, and where in the log. */
  async record(
    name: string,
    input: Readonly<Record<string, unknown>>,
    asking: Asking = {},
  ): Promise<{ readonly id: string; readonly position: string }> {
    const { __typename, id, position, message } = await this.mutate(name, input, asking);
    if (__typename !== 'Recorded' || id === undefined || position === undefined)
      throw new Error(`${name} was not recorded: ${__typename} ${message ?? ''}`);
    return { id, position };
  }

  /** A file, by the address that the API gave. */
  async download(path: string): Promise<Response> {
    return fetch(new URL(path, this.url), { headers: { cookie: this.cookie } });
  }
}

/** The text of a mutation that takes one `input`; its type is called after the mutation. */
export function mutationText(name: string): string {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${input}!) { outcome: ${name}(input: $input) {
    __typename
    ... on Recorded { id position }
    ... on Refusal { message }
  } }`;
}
