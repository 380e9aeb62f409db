/** A customer of the firm. */
export type ClientOrganisationEvent =
  | { readonly type: 'ClientOrganisationRegistered'; readonly name: string }
  | { readonly type: 'ClientOrganisationRenamed'; readonly name: string };

export type ClientOrganisationCommand =
  | { readonly type: 'RegisterClientOrganisation'; readonly name: string }
  | { readonly type: 'RenameClientOrganisation'; readonly name: string };

export type ClientOrganisationRefusal =
  | { readonly refusal: 'ClientOrganisationAlreadyRegistered' }
  | { readonly refusal: 'ClientOrganisationUnknown' };
