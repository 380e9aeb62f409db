import type { DomainRefusal, Locale, Refusal } from '@rapport/domain';

type Names = DomainRefusal['refusal'];

/** Refusals that the schema answers as `NotPermitted`: an id that does not exist is no more than one that is foreign. */
export const NOT_SAID = [
  'FirmNotFounded',
  'FirmAlreadyFounded',
  'ClientOrganisationUnknown',
  'EngagementUnknown',
  'TeamUnknown',
  'PersonUnknown',
  'WaveUnknown',
  'AssessmentUnknown',
  'AgreementUnknown',
  'ReportUnknown',
  'ReleaseUnknown',
  // Only the job that erases could meet it.
  'ErasureNotConfirmed',
] as const satisfies readonly Names[];

export type RefusalName =
  | Exclude<Names, (typeof NOT_SAID)[number]>
  | 'InvalidInput'
  | 'NotPermitted'
  | 'Conflict'
  | 'ImportProblems'
  | 'IdempotencyKeyReused'
  | 'NothingToReport'
  | 'ReportOutdated'
  | 'NoticeNotComplete';

type Of<N extends string> = Extract<DomainRefusal, { readonly refusal: N }>;

/** Days as people of the language write them. */
const day = (locale: Locale, iso: string): string => {
  const date = new Date(iso.length === 10 ? `${iso}T00:00:00Z` : iso);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
};

/** At most a few ids; the whole list is in the data. */
const some = (ids: readonly string[], and: (n: number) => string): string =>
  ids.length <= 5 ? ids.join(', ') : `${ids.slice(0, 5).join(', ')} ${and(ids.length - 5)}`;
const deMore = (n: number) => `und ${n} weitere`;
const enMore = (n: number) => `and ${n} more`;

/** The groups of a refusal by name, where the caller knows them. */
const named = (said: object, locale: Locale): string => {
  const groups = 'groups' in said ? (said.groups as readonly string[]) : [];
  return groups.length === 0 ? '' : ` (${some(groups, locale === 'de' ? deMore : enMore)})`;
};

const OUTCOMES = {
  kept: { de: 'gehalten', en: 'kept' },
  partly: { de: 'teilweise gehalten', en: 'partly kept' },
  broken: { de: 'nicht gehalten', en: 'not kept' },
};

/** Said by the query that shows the notice and by the mutation that agrees to it. */
const NOTICE_NOT_COMPLETE = {
  de: () =>
    'Für diesen Auftrag fehlen Angaben dazu, auf welcher Grundlage und wie lange Ihre Daten aufbewahrt werden. Bitte wenden Sie sich an die Person, die Sie eingeladen hat; vorher können Sie nicht teilnehmen.',
  en: () =>
    'It is not on record for this engagement on which basis and for how long your data are kept. Please ask the person who invited you; you cannot take part before.',
};

/** What every refusal says, and what to do next. */
export const MESSAGES: Readonly<
  Record<RefusalName, { readonly de: (r: Refusal) => string; readonly en: (r: Refusal) => string }>
> = said({
  InvalidInput: {
    de: () =>
      'Einige Angaben passen noch nicht. Bitte korrigieren Sie die genannten Felder; gespeichert wurde nichts.',
    en: () => 'Some details do not fit yet. Please correct the fields listed; nothing was saved.',
  },
  NotPermitted: {
    de: () =>
      'Das gibt es nicht, oder Ihre Rolle erlaubt es nicht. Bitte prüfen Sie den Link, oder wenden Sie sich an die Administration Ihrer Firma.',
    en: () =>
      'There is no such thing, or your role does not allow it. Please check the link or ask your firm’s administrator.',
  },
  Conflict: {
    de: () =>
      'Jemand anderes hat im selben Moment dasselbe geändert. Bitte laden Sie die Seite neu und wiederholen Sie Ihre Eingabe.',
    en: () =>
      'Someone else changed the same thing at the same moment. Please load the page again and repeat your entry.',
  },
  IdempotencyKeyReused: {
    de: () =>
      'Der Idempotency-Key wurde schon für eine andere Anfrage verwendet. Bitte verwenden Sie für jede neue Anfrage einen neuen; gespeichert wurde nichts.',
    en: () =>
      'This Idempotency-Key was used for another request before. Please use a new one for every new request; nothing was saved.',
  },
  ImportProblems: {
    de: () =>
      'Die Datei kann so nicht importiert werden; es wurde nichts übernommen. Bitte korrigieren Sie die genannten Zeilen und laden Sie die Datei noch einmal hoch.',
    en: () =>
      'The file cannot be imported as it is; nothing was taken over. Please correct the rows listed and upload the file again.',
  },
  NothingToReport: {
    de: () =>
      'In keinem der gewählten Teams haben genug Personen abgesendet. Bitte warten Sie weitere Antworten ab, oder wählen Sie ein anderes Team.',
    en: () =>
      'In none of the chosen teams have enough people submitted. Please wait for more answers or choose another team.',
  },
  EmailAlreadyInUse: {
    de: () =>
      'In dieser Firma gibt es schon ein Konto mit dieser E-Mail-Adresse. Bitte verwenden Sie eine andere, oder ändern Sie das bestehende Konto.',
    en: () =>
      'This firm has an account with this e-mail address already. Please use another one or change the existing account.',
  },
  UserUnknown: {
    de: () => 'Dieses Konto gibt es in Ihrer Firma nicht mehr. Bitte laden Sie die Liste neu.',
    en: () => 'This account does not exist in your firm any more. Please load the list again.',
  },
  UserAlreadyAdded: {
    de: () => 'Dieses Konto wurde schon mit anderen Angaben angelegt. Bitte laden Sie die Liste neu.',
    en: () => 'This account was added already with other details. Please load the list again.',
  },
  LastAdministrator: {
    de: () =>
      'Das ist das letzte Administrationskonto. Bitte geben Sie die Aufgabe zuerst an eine andere Person.',
    en: () => 'This is the last administrator account. Please make someone else an administrator first.',
  },
  RolesDoNotFit: {
    de: () =>
      'Die Rollen passen nicht zusammen: Rollen der Firma gelten ohne Kundenorganisation, Kundenrollen nur mit einer. Bitte wählen Sie die einen oder die anderen.',
    en: () =>
      'The roles do not fit together: roles of the firm go without a client organisation, client roles only with one. Please choose one kind.',
  },
  ClientOrganisationAlreadyRegistered: {
    de: () => 'Diese Kundenorganisation ist schon angelegt. Bitte laden Sie die Liste neu.',
    en: () => 'This client organisation is registered already. Please load the list again.',
  },
  EngagementAlreadyOpened: {
    de: () => 'Dieser Auftrag ist schon angelegt. Bitte laden Sie die Liste neu.',
    en: () => 'This engagement is open already. Please load the list again.',
  },
  EngagementIsClosed: {
    de: () =>
      'Der Auftrag ist abgeschlossen und nimmt keine Änderungen mehr an. Bitte eröffnen Sie bei Bedarf einen neuen.',
    en: () =>
      'The engagement is closed and takes no more changes. Please open a new one if you need to go on.',
  },
  TeamAlreadyFormed: {
    de: () => 'Dieses Team gibt es schon. Bitte laden Sie die Seite neu und wählen Sie es aus der Liste.',
    en: () => 'This team exists already. Please load the page again and choose it from the list.',
  },
  NotAMember: {
    de: () => 'Die Person gehört diesem Team nicht an. Bitte laden Sie die Mitgliederliste neu.',
    en: () => 'The person is not a member of this team. Please load the list of members again.',
  },
  AlreadyAMember: {
    de: ({ validFrom }) =>
      `Die Person gehört dem Team seit dem ${day('de', validFrom)} an. Bitte beenden Sie diese Zugehörigkeit zuerst, oder wählen Sie einen späteren Tag.`,
    en: ({ validFrom }) =>
      `The person has been a member of the team since ${day('en', validFrom)}. Please end that membership first or choose a later day.`,
  },
  LeavesBeforeJoining: {
    de: ({ validFrom }) =>
      `Die Zugehörigkeit begann am ${day('de', validFrom)}. Bitte wählen Sie diesen Tag oder einen späteren.`,
    en: ({ validFrom }) =>
      `The membership began on ${day('en', validFrom)}. Please choose that day or a later one.`,
  },
  PersonAlreadyRegistered: {
    de: () =>
      'Diese Person ist in der Kundenorganisation schon erfasst. Bitte wählen Sie sie aus, statt sie neu anzulegen.',
    en: () =>
      'This person is registered in the client organisation already. Please choose the person instead of adding a new one.',
  },
  InstrumentVersionAlreadyPublished: {
    de: ({ version }) =>
      `Version ${version} ist schon veröffentlicht, und Veröffentlichtes ändert sich nicht. Bitte geben Sie dem Dokument eine neue Version.`,
    en: ({ version }) =>
      `Version ${version} is published already, and what is published never changes. Please give the document a new version.`,
  },
  InstrumentVersionUnknown: {
    de: ({ version }) =>
      `Version ${version} dieses Instruments ist nicht veröffentlicht. Bitte wählen Sie eine aus der Liste, oder veröffentlichen Sie sie zuerst.`,
    en: ({ version }) =>
      `Version ${version} of this instrument is not published. Please choose one from the list or publish it first.`,
  },
  NormVersionAlreadyPublished: {
    de: ({ id, version }) =>
      `Die Norm ${id} ist in Version ${version} schon veröffentlicht. Bitte geben Sie ihr eine neue Version.`,
    en: ({ id, version }) =>
      `Norm group ${id} is published in version ${version} already. Please give it a new version.`,
  },
  NormLacksScales: {
    de: ({ scales }) =>
      `Der Norm fehlen Werte für: ${some(scales, deMore)}. Bitte ergänzen Sie diese Skalen.`,
    en: ({ scales }) => `The norm group has no values for: ${some(scales, enMore)}. Please add these scales.`,
  },
  WaveAlreadyOpened: {
    de: () => 'Diese Erhebung ist schon eröffnet. Bitte laden Sie die Seite neu.',
    en: () => 'This wave is open already. Please load the page again.',
  },
  WaveIsClosed: {
    de: () =>
      'Die Erhebung ist geschlossen. Bitte eröffnen Sie eine neue, oder fragen Sie Ihre Ansprechperson.',
    en: () => 'The wave is closed. Please open a new one or ask your contact person.',
  },
  LegalGroundMissing: {
    de: () =>
      'Bevor jemand eingeladen wird, müssen Rechtsgrundlage, Betriebsrat und Aufbewahrung beim Auftrag eingetragen sein. Bitte tragen Sie sie dort ein.',
    en: () =>
      'Before anyone is invited, legal basis, works council and retention must be on record with the engagement. Please record them there.',
  },
  NoticeNotComplete: NOTICE_NOT_COMPLETE,
  WaveEndsBeforeItOpens: {
    de: ({ opensOn, closesOn }) =>
      `Das Ende (${day('de', closesOn)}) liegt vor dem Beginn (${day('de', opensOn)}). Bitte tauschen oder ändern Sie die Tage.`,
    en: ({ opensOn, closesOn }) =>
      `The end (${day('en', closesOn)}) is before the beginning (${day('en', opensOn)}). Please swap or change the days.`,
  },
  ParticipantAlreadyInvited: {
    de: () =>
      'Die Person ist in dieser Erhebung schon eingeladen. Bitte senden Sie ihr bei Bedarf eine Erinnerung.',
    en: () => 'The person is invited into this wave already. Please send a reminder if one is needed.',
  },
  AssessmentAlreadyOpened: {
    de: () => 'Diese Teilnahme gibt es schon. Bitte laden Sie die Seite neu.',
    en: () => 'This assessment exists already. Please load the page again.',
  },
  AssessmentAlreadySubmitted: {
    de: ({ submittedAt }) =>
      `Sie haben am ${day('de', submittedAt)} abgesendet; die Antworten bleiben, wie sie sind. Ihr Profil finden Sie auf Ihrer Startseite.`,
    en: ({ submittedAt }) =>
      `You submitted on ${day('en', submittedAt)}; the answers stay as they are. Your profile is on your start page.`,
  },
  AssessmentIsWithdrawn: {
    de: () =>
      'Diese Teilnahme wurde zurückgezogen. Wenn Sie doch teilnehmen möchten, bitten Sie um eine neue Einladung.',
    en: () =>
      'This assessment was withdrawn. If you would like to take part after all, please ask for a new invitation.',
  },
  AssessmentNotSubmitted: {
    de: () => 'Ein Profil gibt es erst nach dem Absenden. Bitte beantworten Sie den Fragebogen zuerst.',
    en: () => 'There is no profile before submission. Please answer the questionnaire first.',
  },
  ParticipationNotAgreed: {
    de: () => 'Bitte lesen Sie zuerst, wer was sieht, und stimmen Sie der Teilnahme zu.',
    en: () => 'Please read first who will see what, and agree to take part.',
  },
  PersonIsErased: {
    de: ({ erasedAt }) =>
      `Zu dieser Person ist seit dem ${day('de', String(erasedAt))} nichts mehr gespeichert. Die Bescheinigung finden Sie unter Löschungen.`,
    en: ({ erasedAt }) =>
      `Nothing has been stored about this person since ${day('en', String(erasedAt))}. Please see the certificate under erasures.`,
  },
  ErasureNotRequested: {
    de: () => 'Niemand hat diese Löschung verlangt. Bitte verlangen Sie sie zuerst.',
    en: () => 'Nobody has asked for this erasure. Please ask for it first.',
  },
  SecondPersonNeeded: {
    de: () =>
      'Sie haben diese Löschung selbst verlangt. Bitte lassen Sie sie von einer anderen Person der Administration bestätigen.',
    en: () => 'You asked for this erasure yourself. Please have another administrator confirm it.',
  },
  OwnResultNotViewed: {
    de: () => 'Sie sehen Ihr Ergebnis zuerst. Bitte öffnen Sie es, und geben Sie es danach frei.',
    en: () => 'You see your result first. Please open it and release it afterwards.',
  },
  ReleaseEndsInThePast: {
    de: ({ expiresAt }) =>
      `Die Freigabe würde am ${day('de', expiresAt)} enden, und der Tag ist vorbei. Bitte wählen Sie einen späteren.`,
    en: ({ expiresAt }) =>
      `The release would end on ${day('en', expiresAt)}, which has passed. Please choose a later day.`,
  },
  SmallestGroupOnlyRaised: {
    de: ({ smallestGroup }) =>
      `Die kleinste Gruppe hat ${smallestGroup} Personen und kann nur größer werden. Bitte wählen Sie eine höhere Zahl.`,
    en: ({ smallestGroup }) =>
      `The smallest group is ${smallestGroup} people and can only be raised. Please choose a higher number.`,
  },
  ReleaseAlreadyPublished: {
    de: () => 'Diese Veröffentlichung gibt es schon mit anderem Inhalt. Bitte laden Sie die Seite neu.',
    en: () => 'This release is published already with other content. Please load the page again.',
  },
  ReportOutdated: {
    de: () =>
      'Jemand, dessen Werte in diesem Bericht stehen, zählt nicht mehr mit, oder der Bericht ist zu alt, um das zu prüfen. Bitte fordern Sie einen neuen an.',
    en: () =>
      'Somebody whose values are in this report does not count any more, or the report is too old to tell. Please request a new one.',
  },
  GroupTooSmall: {
    de: ({ cells, needed, ...said }) =>
      `${cells.length === 1 ? 'Eine Gruppe hat' : `${cells.length} Gruppen haben`} weniger als ${needed} Personen${named(said, 'de')}. Bitte lassen Sie sie weg, oder warten Sie weitere Antworten ab.`,
    en: ({ cells, needed, ...said }) =>
      `${cells.length === 1 ? 'One group has' : `${cells.length} groups have`} fewer than ${needed} people${named(said, 'en')}. Please leave ${cells.length === 1 ? 'it' : 'them'} out or wait for more answers.`,
  },
  ReleaseWouldIdentify: {
    de: ({ persons, cells: _, ...said }) =>
      `Zusammen mit dem, was der Kunde schon hat, ließe sich ${persons === 1 ? 'der Wert einer einzelnen Person' : 'der Wert von weniger Personen als erlaubt'} ausrechnen${named(said, 'de')}. Bitte lassen Sie eine Gruppe weg, oder warten Sie, bis sich mehr Personen unterscheiden.`,
    en: ({ persons, cells: _, ...said }) =>
      `Together with what the client has already, the value of ${persons === 1 ? 'one single person' : 'fewer people than allowed'} could be worked out${named(said, 'en')}. Please leave a group out, or wait until more people differ.`,
  },
  AnswersMissing: {
    de: ({ itemIds }) =>
      itemIds.length === 1
        ? 'Eine Aussage ist noch ohne Antwort. Bitte beantworten Sie sie und senden Sie dann ab.'
        : `${itemIds.length} Aussagen sind noch ohne Antwort. Bitte beantworten Sie sie und senden Sie dann ab.`,
    en: ({ itemIds }) =>
      itemIds.length === 1
        ? 'One statement has no answer yet. Please answer it and then submit.'
        : `${itemIds.length} statements have no answer yet. Please answer them and then submit.`,
  },
  AnswersNotOfThisInstrument: {
    de: ({ itemIds }) =>
      `Diese Items gehören nicht zum Fragebogen: ${some(itemIds, deMore)}. Bitte laden Sie den Fragebogen neu.`,
    en: ({ itemIds }) =>
      `These items are not part of the questionnaire: ${some(itemIds, enMore)}. Please load the questionnaire again.`,
  },
  AnswersOutOfRange: {
    de: ({ itemIds, min, max }) =>
      `Antworten liegen zwischen ${min} und ${max}. Bitte prüfen Sie: ${some(itemIds, deMore)}.`,
    en: ({ itemIds, min, max }) =>
      `Answers lie between ${min} and ${max}. Please check: ${some(itemIds, enMore)}.`,
  },
  AgreementAlreadyProposed: {
    de: () => 'Diese Vereinbarung ist schon vorgeschlagen. Bitte laden Sie die Seite neu.',
    en: () => 'This agreement is proposed already. Please load the page again.',
  },
  AgreementNotAccepted: {
    de: () =>
      'Nachhalten lässt sich nur, was beide Seiten vereinbart haben. Bitte halten Sie zuerst die Zustimmung fest.',
    en: () => 'Only what both sides have agreed can be followed up. Please record first that they agreed.',
  },
  AgreementAlreadyAccepted: {
    de: () =>
      'Eine getroffene Vereinbarung wird nicht mehr bearbeitet. Bitte halten Sie das Ergebnis fest und fassen Sie sie danach neu.',
    en: () => 'An accepted agreement is not edited any more. Please review it and revise it afterwards.',
  },
  AgreementAlreadyReviewed: {
    de: ({ outcome }) =>
      `Das Ergebnis steht schon fest: ${OUTCOMES[outcome].de}. Bitte fassen Sie die Vereinbarung neu, um sie wieder zu öffnen.`,
    en: ({ outcome }) =>
      `The review is done: ${OUTCOMES[outcome].en}. Please revise the agreement to open it again.`,
  },
  AgreementNotReviewed: {
    de: () =>
      'Neu gefasst wird eine Vereinbarung nach dem gemeinsamen Rückblick. Bitte halten Sie zuerst das Ergebnis fest.',
    en: () => 'An agreement is revised after it was reviewed together. Please record the review first.',
  },
  AgreementIsDropped: {
    de: () => 'Diese Vereinbarung wurde fallen gelassen. Bitte schlagen Sie bei Bedarf eine neue vor.',
    en: () => 'This agreement was dropped. Please propose a new one if it is needed.',
  },
  ReviewBeforeDue: {
    de: ({ dueOn, reviewOn }) =>
      `Der Rückblick (${day('de', reviewOn)}) liegt vor der Frist (${day('de', dueOn)}). Bitte wählen Sie für den Rückblick denselben Tag oder einen späteren.`,
    en: ({ dueOn, reviewOn }) =>
      `The review (${day('en', reviewOn)}) is before the due day (${day('en', dueOn)}). Please choose the same day or a later one for the review.`,
  },
  ReportAlreadyRequested: {
    de: () => 'Dieser Bericht ist schon angefordert. Bitte sehen Sie in der Liste der Berichte nach.',
    en: () => 'This report is requested already. Please look at the list of reports.',
  },
  ReportNotIssued: {
    de: () => 'Der Bericht ist noch nicht fertig. Bitte warten Sie, bis er in der Liste als fertig steht.',
    en: () => 'The report is not finished yet. Please wait until the list shows it as issued.',
  },
  ReportIsForTheCoach: {
    de: () =>
      'Die Fassung für das Coaching enthält einzelne Profile und geht nie an den Kunden. Bitte fordern Sie die Fassung für den Kunden an.',
    en: () =>
      'The coach’s copy holds individual pages and never goes to the client. Please request the client’s copy.',
  },
});

/** Each text knows the data of its own refusal; outside they are looked up by name. */
function said(texts: {
  readonly [N in RefusalName]: {
    readonly de: (data: Of<N>) => string;
    readonly en: (data: Of<N>) => string;
  };
}): Record<RefusalName, { readonly de: (r: Refusal) => string; readonly en: (r: Refusal) => string }> {
  return texts as unknown as Record<RefusalName, Record<Locale, (r: Refusal) => string>>;
}
