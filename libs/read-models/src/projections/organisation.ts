import type { ClientOrganisationRow, ErasureRow, FirmRow, PersonRow, TeamRow, UserRow } from '../rows.js';
import { changed, defineProjection } from './define.js';

export const firms = defineProjection<FirmRow>({
  name: 'firms',
  categories: ['Firm'],
  columns: {},
  columnsOf: () => ({}),
  on: {
    FirmFounded: (_, { name, slug, locale }) => ({ name, slug, locale }),
  },
});

export const users = defineProjection<UserRow>({
  name: 'users',
  categories: ['Firm'],
  columns: { name: 'text', email: 'text', client_id: 'text' },
  columnsOf: (row) => ({ name: row.name, email: row.email.toLowerCase(), client_id: row.clientId }),
  keysOf: (event) => ('userId' in event ? [event.userId] : []),
  on: {
    UserAdded: (_, { name, email, roles, clientId }) => ({ name, email, roles, clientId }),
    UserRolesChanged: (row, { roles }) => changed(row, { roles }),
    UserRemoved: () => undefined,
  },
});

export const clientOrganisations = defineProjection<ClientOrganisationRow>({
  name: 'client-organisations',
  categories: ['ClientOrganisation'],
  columns: { name: 'text' },
  columnsOf: ({ name }) => ({ name }),
  on: {
    ClientOrganisationRegistered: (_, { name }) => ({ name }),
    ClientOrganisationRenamed: (row, { name }) => changed(row, { name }),
  },
});

export const persons = defineProjection<PersonRow>({
  name: 'persons',
  categories: ['Person'],
  columns: { name: 'text', email: 'text', client_id: 'text' },
  columnsOf: (row) => ({ name: row.name, email: row.email?.toLowerCase() ?? null, client_id: row.clientId }),
  on: {
    PersonRegistered: (_, { clientId, name, email, locale }) => ({ clientId, name, email, locale }),
    PersonCorrected: (row, { name, email, locale }) => changed(row, { name, email, locale }),
    PersonErased: () => undefined,
  },
});

/** Keyed by person; there is one from the first request on. */
export const erasures = defineProjection<ErasureRow>({
  name: 'erasures',
  categories: ['Person'],
  columns: { status: 'text', requested_at: 'timestamptz' },
  columnsOf: (row) => ({ status: row.status, requested_at: row.requestedAt }),
  on: {
    ErasureRequested: (row, { by, requestedAt }) =>
      row ?? {
        status: 'requested',
        requestedBy: by,
        requestedAt,
        confirmedBy: null,
        confirmedAt: null,
        erasedAt: null,
        certificate: null,
      },
    ErasureConfirmed: (row, { by, confirmedAt }) =>
      changed(row, { status: 'confirmed', confirmedBy: by, confirmedAt }),
    PersonErased: (row, { erasedAt, certificate }) =>
      changed(row, { status: 'erased', erasedAt, certificate }),
  },
});

export const teams = defineProjection<TeamRow>({
  name: 'teams',
  categories: ['Team'],
  columns: { name: 'text', client_id: 'text' },
  columnsOf: (row) => ({ name: row.name, client_id: row.clientId }),
  on: {
    TeamFormed: (_, event) => ({
      clientId: event.clientId,
      name: event.name,
      function: event.function,
      members: [],
    }),
    TeamRenamed: (row, event) => changed(row, { name: event.name, function: event.function }),
    TeamMemberAdded: (row, { personId, validFrom }, { meta }) =>
      row && {
        ...row,
        members: [...row.members, { personId, validFrom, validTo: null, recordedAt: meta.at }],
      },
    TeamMemberLeft: (row, { personId, validTo }) =>
      row && {
        ...row,
        members: row.members.map((m) =>
          m.personId === personId && m.validTo === null ? { ...m, validTo } : m,
        ),
      },
  },
});
