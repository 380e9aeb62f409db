import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { agreementMutations } from '../commands/mutations/agreements.js';
import { accountMutations } from '../commands/mutations/accounts.js';
import { instrumentMutations } from '../commands/mutations/instruments.js';
import { questionnaireMutations } from '../commands/mutations/questionnaire.js';
import { rightsMutations } from '../commands/mutations/rights.js';
import { reportMutations } from '../commands/mutations/reports.js';
import { signInMutations } from '../commands/mutations/sign-in.js';
import { structureMutations } from '../commands/mutations/structure.js';
import { waveMutations } from '../commands/mutations/waves.js';
import { importMutations } from '../import/mutation.js';
import { enumResolvers, scalars } from './names.js';
import { engagementQueries, engagementTypes } from './resolvers/engagement.js';
import { measurementQueries, measurementTypes } from './resolvers/measurement.js';
import { organisationQueries, organisationTypes } from './resolvers/organisation.js';
import { questionnaireQueries, questionnaireTypes } from './resolvers/questionnaire.js';
import { rightsQueries, rightsTypes } from './resolvers/rights.js';
import { reportQueries, reportTypes } from './resolvers/reports.js';
import { signInQueries, signInTypes } from './resolvers/sign-in.js';
import { subscriptions } from './resolvers/subscriptions.js';

/** The contract of portal and gateway, as text. */
export const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** Interfaces and unions are told apart by what the resolvers say themselves. */
const byName = { __resolveType: (value: { readonly __typename: string }) => value.__typename };

export const resolvers = {
  ...enumResolvers(buildSchema(typeDefs)),
  ...scalars,
  Refusal: byName,
  Query: {
    ...organisationQueries,
    ...engagementQueries,
    ...measurementQueries,
    ...questionnaireQueries,
    ...reportQueries,
    ...rightsQueries,
    ...signInQueries,
  },
  Mutation: {
    ...structureMutations,
    ...waveMutations,
    ...instrumentMutations,
    ...questionnaireMutations,
    ...agreementMutations,
    ...reportMutations,
    ...rightsMutations,
    ...accountMutations,
    ...signInMutations,
    ...importMutations,
  },
  Subscription: subscriptions,
  ...organisationTypes,
  ...engagementTypes,
  ...measurementTypes,
  ...questionnaireTypes,
  ...reportTypes,
  ...rightsTypes,
  ...signInTypes,
};
