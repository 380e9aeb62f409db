import type { ClientId } from '../kernel/ids.js';
import type { Locale } from '../firm/firm.js';

/** A human in a client organisation. Name and e-mail are sealed under `person:{id}`. */
export type PersonEvent =
  | {
      readonly type: 'PersonRegistered';
      readonly clientId: ClientId;
      readonly name: string;
      readonly email: string | null;
      readonly locale: Locale;
    }
  | {
      readonly type: 'PersonCorrected';
      readonly name: string;
      readonly email: string | null;
      readonly locale: Locale;
    };

export type PersonCommand =
  | {
      readonly type: 'RegisterPerson';
      readonly clientId: ClientId;
      readonly name: string;
      readonly email: string | null;
      readonly locale: Locale;
    }
  | {
      readonly type: 'CorrectPerson';
      readonly name: string;
      readonly email: string | null;
      readonly locale: Locale;
    };

export type PersonRefusal =
  { readonly refusal: 'PersonUnknown' } | { readonly refusal: 'PersonAlreadyRegistered' };
