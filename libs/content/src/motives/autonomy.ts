import type { MotiveTexts } from '../types.js';

export const motive: MotiveTexts = {
  id: 'autonomy',
  name: { de: 'Autonomie', en: 'Autonomy' },
  about: {
    de: 'Bei diesem Motiv geht es darum, ob jemand eher auf eigene Rechnung handelt oder aus der Verbundenheit mit anderen heraus.',
    en: 'This motive concerns whether someone prefers to act on their own account or out of a sense of connection with others.',
  },
  high: {
    label: { de: 'eigenständig handeln', en: 'act independently' },
    want: {
      de: 'Sie möchten Ihren Weg selbst wählen und für das Ergebnis selbst einstehen. Am liebsten bekommen Sie ein Ziel und danach freie Bahn. Abhängig zu sein fühlt sich eng an.',
      en: 'You want to choose your own route and answer for the result yourself. Ideally you are given a goal and then a clear road. Depending on others feels cramped.',
    },
    easy: {
      de: 'Allein losfahren, vor Ort eine Lösung finden, ohne Rücksprache zusagen: Das gibt Ihnen Schwung. Auch ein Tag ohne Vorgaben füllt sich bei Ihnen von selbst.',
      en: 'Setting off alone, finding a solution on the spot, saying yes without checking back: this gives you momentum. A day without instructions fills itself.',
    },
    costs: {
      de: 'Abstimmungsrunden, Freigaben und Zwischenstände bremsen Sie spürbar. Wenn fünf Menschen an einem Satz feilen, sind Sie in Gedanken schon beim nächsten Termin.',
      en: 'Coordination rounds, approvals and status updates slow you down noticeably. When five people polish one sentence, your mind is already at the next appointment.',
    },
    seenByOther: {
      de: 'Wer Verbundenheit sucht, vermisst bei Ihnen vielleicht ein Zeichen, bevor Sie handeln. Dann heißt es leicht: „Wir erfahren es zuletzt.“ Für Sie ist es gelebte Verantwortung.',
      en: 'People who seek connection may miss a sign from you before you act. Then they say: “We are the last to hear.” To you it is responsibility in action.',
    },
    helps: {
      de: 'Ein abgesteckter Spielraum: Bis hierher entscheiden Sie allein, ab hier genügt ein kurzer Anruf. Eine Zeile vorab an die Betroffenen erspart Ihnen später lange Erklärungen.',
      en: 'A marked-out field: up to here you decide alone, from here a short call is enough. One line in advance to those affected spares you long explanations later.',
    },
  },
  low: {
    label: { de: 'gemeinsam Wege finden', en: 'find a way together' },
    want: {
      de: 'Sie möchten Wege gemeinsam finden, damit am Ende alle dahinterstehen. Am liebsten wissen Sie die anderen in der Nähe, während Sie arbeiten. Auf sich gestellt zu sein fühlt sich karg an.',
      en: 'You want to find the way together, so that everyone stands behind it. Ideally the others are close by while you work. Being left to yourself feels bare.',
    },
    easy: {
      de: 'Sie fragen früh nach anderen Sichtweisen, verbinden sie und merken, wer noch nicht im Boot ist. Aus vielen Beiträgen wird mit Ihnen ein gemeinsames Stück Arbeit.',
      en: 'You ask for other views early, connect them and notice who is not yet on board. With you, many contributions become one shared piece of work.',
    },
    costs: {
      de: 'Wochenlang allein an einer Aufgabe zu sitzen, macht Sie müde. Auch eine Zusage nach außen, die Sie vorher mit niemandem besprechen konnten, liegt Ihnen lange im Magen.',
      en: 'Sitting alone with a task for weeks tires you. A promise to outsiders that you could not talk over with anyone beforehand stays on your mind for days.',
    },
    seenByOther: {
      de: 'Wer Freiraum sucht, hört bei Ihnen vielleicht nur den Ruf nach dem nächsten Termin. Dann heißt es leicht: „Für alles braucht es ein Treffen.“ Für Sie ist es gelebte Sorgfalt.',
      en: 'People who seek free rein may hear only your call for the next meeting. Then they say: “Everything needs a meeting.” To you it is care in action.',
    },
    helps: {
      de: 'Feste Zeiten für Austausch, damit Sie dazwischen in Ruhe arbeiten können. Klären Sie vorab, welche Fragen die Runde brauchen und welche Sie mit einer einzigen Person lösen.',
      en: 'Fixed times for exchange, so that you can work in peace in between. Sort out beforehand which questions need the group and which take just one other person.',
    },
  },
  balanced: {
    de: 'Manche Aufgaben machen Sie am liebsten mit sich selbst aus, andere erst nach einem Gespräch. Wie viel Freiraum Ihnen guttut, hängt vom Thema, von der Tragweite und von den Beteiligten ab.',
    en: 'Some tasks you like to settle with yourself, others only after a conversation. How much free rein does you good depends on the subject, the stakes and the people involved.',
  },
  constellations: {
    'red-red': {
      persons: {
        helps: {
          de: 'Beide lassen einander machen und verlangen keine Rechenschaft über jeden Schritt. Ein kurzer Zuruf genügt, dann läuft jede Seite in ihrem Feld los.',
          en: 'Each lets the other get on with it and asks for no account of every step. A quick word is enough, and both are off in their own field.',
        },
        hurts: {
          de: 'Zwei gute Lösungen entstehen nebeneinander und passen am Ende nicht zusammen. Manches erfährt eine Seite erst von Dritten, etwa mitten in einem Gespräch mit der Kundschaft.',
          en: 'Two good solutions grow side by side and do not fit together in the end. Some news reaches one side only through third parties, perhaps in front of a customer.',
        },
        question: {
          de: 'Was müssen Sie voneinander wissen, bevor eine Zusage nach außen geht, und was darf ungesagt bleiben?',
          en: 'What do you need to know from each other before a promise goes out, and what may remain unsaid?',
        },
        proposals: [
          {
            de: 'Wir teilen Kundschaft und Themen bis Monatsende schriftlich auf. Wer im Feld der anderen Person etwas zusagt, gibt ihr noch vor Feierabend Bescheid.',
            en: 'We divide customers and topics in writing by the end of the month. Whoever promises something in the other’s field lets them know before the day is over.',
          },
          {
            de: 'Jeden Freitag um neun telefonieren wir zehn Minuten. Jede Seite nennt, was sie entschieden hat und was davon das andere Feld berührt.',
            en: 'Every Friday at nine we talk on the phone for ten minutes. Each side names what it has decided and what touches the other field.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Beide Teams handeln unternehmerisch und brauchen wenig Anleitung. Sie gestehen einander eigene Wege zu und stellen kaum Kontrollfragen.',
          en: 'Both teams act like entrepreneurs and need little guidance. They grant each other their own ways and ask few checking questions.',
        },
        hurts: {
          de: 'Nach außen entstehen zwei Auftritte, zwei Angebote, zwei Preise. Gemeinsame Standards gelten als Einmischung, und Wissen bleibt dort, wo es entstanden ist.',
          en: 'Outsiders see two faces, two offers, two prices. Shared standards count as interference, and knowledge stays where it was born.',
        },
        question: {
          de: 'An welchen wenigen Stellen müssen beide Teams gleich handeln, damit sie überall sonst frei bleiben?',
          en: 'In which few places do both teams need to act alike so that they remain free everywhere else?',
        },
        proposals: [
          {
            de: 'Die Leitungen legen vor dem nächsten Quartal fünf Punkte fest, die für beide Teams verbindlich sind. Alles andere entscheidet jedes Team ohne Rückfrage.',
            en: 'Before the next quarter begins the team leads fix five points that bind both teams. Everything else each team decides without asking.',
          },
          {
            de: 'Je Team führt eine Person eine offene Liste laufender Zusagen und Aktionen, aktuell jeden Montag um zehn Uhr. Vor neuen Zusagen wirft jedes Team einen Blick in beide Listen.',
            en: 'One person per team keeps an open list of current promises and campaigns, updated every Monday by ten. Before making a new promise, each team checks both lists.',
          },
        ],
      },
    },
    'blue-blue': {
      persons: {
        helps: {
          de: 'Beide denken laut miteinander und tragen Ergebnisse zu zweit. Keine Zusage trifft die andere Seite unvorbereitet.',
          en: 'They think aloud together and carry results as a pair. No promise catches the other side unprepared.',
        },
        hurts: {
          de: 'Selbst kleine Entscheidungen brauchen einen Termin. Ist eine Person im Urlaub, ruht die Sache, und Dritte warten auf Antwort.',
          en: 'Even small decisions need an appointment. When one of them is on leave, the matter rests and others wait for an answer.',
        },
        question: {
          de: 'Bei welchen Aufgaben täte Ihnen der Satz gut: „Machen Sie einfach, ich stehe dahinter“?',
          en: 'For which tasks would it do you good to hear: “Just go ahead, I am behind you”?',
        },
        proposals: [
          {
            de: 'Wir kennzeichnen unsere Aufgaben mit „zu zweit“ oder „eine Person genügt“. Bei der zweiten Sorte informieren wir nur noch über das Ergebnis, spätestens am Freitag.',
            en: 'We mark our tasks “together” or “one of us is enough”. For the second kind we only report the result, by Friday at the latest.',
          },
          {
            de: 'Wer eine Anfrage von außen annimmt, beantwortet sie binnen 24 Stunden allein. Was daran offen bleibt, klären wir im Dienstagstermin.',
            en: 'Whoever takes a request from outside answers it alone within 24 hours. What remains open we clear up in our Tuesday meeting.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Übergaben gelingen, weil beide Teams früh miteinander sprechen und niemanden vergessen. Ergebnisse stehen auf breitem Boden und werden selten wieder aufgeschnürt.',
          en: 'Handovers work because both teams talk early and forget nobody. Results rest on broad ground and are seldom reopened.',
        },
        hurts: {
          de: 'Die Runden wachsen, die Protokolle auch. Bis alle zugestimmt haben, ist die Gelegenheit draußen manchmal schon vorbei.',
          en: 'The meetings grow, and so do the minutes. By the time everyone has agreed, the opportunity outside has sometimes passed.',
        },
        question: {
          de: 'Welche Abstimmung der letzten vier Wochen hätte auch zu zweit stattfinden können?',
          en: 'Which coordination round of the past four weeks could have been a conversation between two people?',
        },
        proposals: [
          {
            de: 'Jedes Team entsendet in gemeinsame Runden höchstens zwei Personen mit Mandat. Was dort beschlossen wurde, steht am selben Tag in fünf Stichpunkten für alle bereit.',
            en: 'Each team sends no more than two people with a mandate to joint meetings. What was decided is available to everyone in five bullet points the same day.',
          },
          {
            de: 'Unterhalb eines festen Betrags entscheidet die zuständige Person über Anfragen allein. Beide Leitungen legen den Betrag bis zum Monatsersten fest und prüfen ihn halbjährlich.',
            en: 'Below a fixed amount, the person in charge decides on requests alone. Both team leads set the amount by the first of the month and review it twice a year.',
          },
        ],
      },
    },
    'red-blue': {
      persons: {
        helps: {
          de: 'Eine Seite geht voran und findet unterwegs Lösungen, die andere hält alle Beteiligten beisammen. So entsteht ein Tempo, bei dem niemand zurückbleibt.',
          en: 'One side goes ahead and finds solutions on the way, the other keeps everyone involved together. They reach a pace at which nobody is left behind.',
        },
        hurts: {
          de: 'Wer im roten Bereich steht, hält Rückfragen leicht für Misstrauen. Wer im blauen Bereich steht, hält Alleingänge leicht für Missachtung. Das Eigene ist so selbstverständlich, dass das andere gefühlsmäßig fern bleibt.',
          en: 'People who are rather red in autonomy easily take queries for mistrust. People who are rather blue easily take solo moves for disregard. One’s own way is so self-evident that the other way of feeling stays foreign.',
        },
        question: {
          de: 'Woran merken Sie, dass Ihnen die andere Person vertraut: an freier Hand oder an einer frühen Frage?',
          en: 'What tells you that the other person trusts you: a free hand or an early question?',
        },
        proposals: [
          {
            de: 'Wer Freiraum braucht, kündigt Entscheidungen mit Folgen für die andere Person in zwei Sätzen an. Wer Austausch braucht, antwortet binnen vier Stunden; danach gilt freie Hand.',
            en: 'Whoever needs free rein announces decisions that affect the other in two sentences. Whoever needs exchange replies within four hours; after that it is a free hand.',
          },
          {
            de: 'Wir treffen uns montags zwanzig Minuten und sammeln alle Abstimmungsfragen dafür. Dazwischen ruft nur an, wer etwas bis zum nächsten Tag klären muss.',
            en: 'We meet for twenty minutes on Mondays and save all questions for it. In between, we only call about what must be settled by the next day.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Das rot geprägte Team bringt schnelle Entscheidungen und Nähe zum Geschehen vor Ort. Das blau geprägte Team fügt Fachwissen zusammen, sodass vieles wie aus einem Guss wirkt. Wo beide einander brauchen, entsteht etwas, das keines allein schafft.',
          en: 'The team leaning red brings quick decisions and closeness to events on the spot. The team leaning blue joins expertise into one coherent whole. Where they need each other, something grows that neither creates alone.',
        },
        hurts: {
          de: 'Von einem Ufer ruft es: „Dort wird alles zerredet.“ Vom anderen ruft es: „Dort macht jede Person, was sie will.“ Gemeint ist dieselbe Übergabe, gesehen von zwei Seiten.',
          en: 'From one bank comes the cry: “They talk everything to death.” From the other: “They all do as they please.” Both mean the same handover, seen from two sides.',
        },
        question: {
          de: 'Welche Entscheidung muss vor Ort in einer Minute fallen, und welche wirkt nur, wenn alle sie gleich vertreten?',
          en: 'Which decision has to be made on the spot within a minute, and which one works only if everyone represents it alike?',
        },
        proposals: [
          {
            de: 'Für jedes Quartal vereinbaren beide Leitungen vorab einen Rahmen für Zusagen nach außen: Preis, Termin, Botschaft. Innerhalb des Rahmens entscheidet die Person vor Ort allein. Darüber hinaus ruft sie die benannte Ansprechperson an, die bis zum Abend antwortet.',
            en: 'Ahead of each quarter both team leads settle a frame for promises to outsiders: price, date, message. Within it, the person on the spot decides alone. Beyond it, they call the named contact, who answers by the evening.',
          },
          {
            de: 'Das Team, das Abstimmung sucht, lädt vor jedem größeren Vorhaben zwei Personen des anderen Teams ein: dreißig Minuten, fertiger Entwurf. Diese sagen im Termin, was sie draußen brauchen. Das Ergebnis vertreten danach beide Teams.',
            en: 'Before every larger project, the team that seeks coordination invites two people from the other team: thirty minutes, a finished draft. They say there and then what they need in the field. Afterwards both teams stand by the result.',
          },
        ],
      },
    },
  },
};
