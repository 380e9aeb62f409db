import type { MotiveTexts } from '../types.js';

export const motive: MotiveTexts = {
  id: 'principles',
  name: { de: 'Prinzipien', en: 'Principles' },
  about: {
    de: 'Im Kern dieses Motivs steht, woran sich jemand im Zweifel orientiert: an Grundsätzen oder am Zweck der Sache.',
    en: 'At its core, this motive is about what guides someone in doubt: principles or the purpose at hand.',
  },
  high: {
    label: { de: 'zu Grundsätzen stehen', en: 'stand by principles' },
    want: {
      de: 'Ihr Wort soll gelten, auch wenn es unbequem wird. Wohl fühlen Sie sich dort, wo Zusagen, Regeln und Handeln zusammenpassen.',
      en: 'Your word should hold, even when it becomes inconvenient. You feel at home where promises, rules and actions match.',
    },
    easy: {
      de: 'Hat ein verlockendes Angebot einen Beigeschmack, sagen Sie ohne langes Abwägen Nein. Vertrauliches zu bewahren, ist für Sie wie Atmen.',
      en: 'When a tempting offer leaves an aftertaste, you say no without long deliberation. Keeping a confidence comes as naturally to you as breathing.',
    },
    costs: {
      de: 'Eine Ausnahme „nur dieses eine Mal“ arbeitet lange in Ihnen nach. Kraft braucht es auch, eine Linie zu vertreten, hinter der Sie nicht stehen.',
      en: 'An exception “just this once” keeps working in you for a long time. It also takes strength to represent a line you do not stand behind.',
    },
    seenByOther: {
      de: 'Auf Menschen, die vom Zweck her denken, wirken Sie gelegentlich unbeugsam. Ein „Das macht man nicht“ beendet für sie das Gespräch, bevor es begonnen hat.',
      en: 'To people who think from the purpose, you occasionally seem unbending. A “that is not done” closes the conversation for them before it has begun.',
    },
    helps: {
      de: 'Benennen Sie den Wert, um den es Ihnen geht, und nicht nur die Regel. Gut tut eine Rolle, in der Verlässlichkeit ausdrücklich gefragt ist.',
      en: 'Name the value you care about, and not just the rule. A role in which dependability is explicitly called for does you good.',
    },
  },
  low: {
    label: { de: 'den Zweck voranstellen', en: 'put purpose first' },
    want: {
      de: 'Ihr Handeln soll zum Ziel führen, auch wenn der Weg ungewohnt ist. Wohl fühlen Sie sich dort, wo Regeln der Sache dienen und mit ihr wachsen.',
      en: 'What you do should lead to the goal, even by an unusual route. You feel at home where rules serve the matter and grow with it.',
    },
    easy: {
      de: 'Steckt eine Verhandlung fest, finden Sie einen Kompromiss, mit dem alle leben können. Gestern Gesagtes überdenken Sie ohne Groll, wenn die Lage sich ändert.',
      en: 'When a negotiation is stuck, you find a compromise everyone can live with. If the situation changes, you rethink yesterday’s word without a grudge.',
    },
    costs: {
      de: 'Eine Grundsatzdebatte, während draußen jemand wartet, zieht Ihnen die Kraft. Schwer wiegt auch eine Vorschrift, deren Sinn sich im Einzelfall verliert.',
      en: 'A debate on principles while someone is waiting outside drains you. So does a regulation whose sense is lost in the individual case.',
    },
    seenByOther: {
      de: 'Auf Menschen, die von Werten her denken, wirken Sie gelegentlich wendig. Ein „Das lässt sich regeln“ weckt bei ihnen die Frage, was morgen noch gilt.',
      en: 'To people who think from values, you occasionally seem hard to pin down. A “that can be arranged” makes them wonder what will still hold tomorrow.',
    },
    helps: {
      de: 'Benennen Sie, welche Grenzen auch für Sie feststehen, bevor Sie verhandeln. Gut tut eine Rolle, in der Augenmaß und Spielraum ausdrücklich gefragt sind.',
      en: 'Before you negotiate, name the limits that stand firm for you too. A role in which judgement and leeway are explicitly called for does you good.',
    },
  },
  balanced: {
    de: 'Einige Grundsätze sind für Sie unverrückbar, bei anderen entscheiden Sie nach Lage der Dinge. Zu welcher Sorte einer gehört, zeigt sich oft erst im konkreten Fall.',
    en: 'Some principles are immovable for you, with others you decide as things stand. Which kind you are dealing with often shows only in the actual case.',
  },
  constellations: {
    'red-red': {
      persons: {
        helps: {
          de: 'Ein Handschlag genügt, denn beide halten ihr Wort. Vertrauliches bleibt vertraulich, und heikle Punkte lassen sich offen ansprechen.',
          en: 'A handshake is enough, because both keep their word. Confidences stay confidential, and delicate points can be raised openly.',
        },
        hurts: {
          de: 'Stehen zwei verschiedene Werte gegeneinander, gibt keine Seite nach. Selbst das Vorgehen im Kleinen wird dann zur Gewissensfrage.',
          en: 'When two different values collide, neither side yields. Even a small matter of procedure then becomes a matter of conscience.',
        },
        question: {
          de: 'Welcher Wert steht für Sie in dieser Sache ganz oben, und welchen erkennen Sie bei Ihrem Gegenüber?',
          en: 'Which value comes first for you in this matter, and which one do you recognise in the other person?',
        },
        proposals: [
          {
            de: 'Wir schreiben bis Freitag je drei Grundsätze auf, die in unserer Arbeit feststehen, und tauschen sie aus. Alles andere gilt als verhandelbar.',
            en: 'By Friday each of us writes down three principles that are fixed in our work, and we exchange them. Everything else counts as negotiable.',
          },
          {
            de: 'In einer Grundsatzfrage sagen beide zuerst, was am Anliegen der anderen Person berechtigt ist. Erst danach folgt der eigene Standpunkt, höchstens drei Minuten lang.',
            en: 'On a matter of principle we both first say what is justified in the other’s concern. Only then comes our own view, for three minutes at most.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Beide Teams stehen für etwas, und Außenstehende spüren das. Vereinbarungen überdauern Personalwechsel und Zeitdruck.',
          en: 'Both teams stand for something, and outsiders feel it. Agreements outlast changes of staff and pressure of time.',
        },
        hurts: {
          de: 'Über Abweichungen wird gerichtet statt gesprochen. Treffen zwei Ehrbegriffe aufeinander, verhärtet sich der Ton rasch.',
          en: 'Deviations are judged rather than discussed. Where two codes of honour meet, the tone hardens quickly.',
        },
        question: {
          de: 'Bei welchem Thema sieht sich jedes der beiden Teams im Recht, und welchen Satz dazu könnten beide unterschreiben?',
          en: 'On which subject does each team feel in the right, and which sentence about it could both sign?',
        },
        proposals: [
          {
            de: 'An einem Halbtag formulieren beide Teams fünf gemeinsame Grundsätze mit je einem Beispiel aus dem Alltag. Nach sechs Monaten prüfen die Leitungen, welche gelebt werden.',
            en: 'In a half-day session both teams word five shared principles, each with an everyday example. After six months the team leads check which ones are lived.',
          },
          {
            de: 'Wer eine Abweichung bemerkt, spricht spätestens am nächsten Arbeitstag die beteiligte Person an. In die große Runde kommt nur, was zu zweit offen bleibt.',
            en: 'Anyone who notices a deviation talks to the person involved by the next working day. Only what the two leave open goes to the larger group.',
          },
        ],
      },
    },
    'blue-blue': {
      persons: {
        helps: {
          de: 'Lösungen kommen schnell zustande, weil beide auf das Ergebnis schauen. Ein Kompromiss hinterlässt keine Kratzer.',
          en: 'Solutions come about quickly because both look to the outcome. A compromise leaves no scratches.',
        },
        hurts: {
          de: 'Absprachen werden so oft angepasst, dass unklar ist, welche gilt. Dritte fragen sich, worauf sie bauen können.',
          en: 'Arrangements are adapted so often that it is unclear which one holds. Others wonder what they can build on.',
        },
        question: {
          de: 'Welche Zusage soll zwischen Ihnen gelten, ganz gleich, wie die Lage sich dreht?',
          en: 'Which promise should hold between you, however the situation turns?',
        },
        proposals: [
          {
            de: 'Wir halten bis Monatsende drei Zusagen fest, die nur beide gemeinsam ändern. Jede andere Absprache passen wir mit einem Anruf am selben Tag an.',
            en: 'This month we put three promises in writing that only both of us together may change. Any other arrangement we adapt with a call the same day.',
          },
          {
            de: 'Wer eine Absprache ändert, nennt Grund und neuen Stand in einer kurzen Nachricht. Erst wenn sie bestätigt ist, wird danach gehandelt.',
            en: 'Whoever changes an arrangement names the reason and the new status in a short message. Only once it is confirmed do we act on it.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Beide Teams verhandeln gelassen und finden auch in verfahrenen Lagen einen gangbaren Weg. Grabenkämpfe entstehen kaum.',
          en: 'Both teams negotiate calmly and find a workable way even in deadlock. Trench warfare hardly ever arises.',
        },
        hurts: {
          de: 'Ausnahmen werden zur Gewohnheit, und gleiche Fälle werden ungleich behandelt. Wer auf Verlässlichkeit angewiesen ist, verliert die Orientierung.',
          en: 'Exceptions become a habit, and like cases are treated differently. Those who depend on consistency lose their bearings.',
        },
        question: {
          de: 'In welchen Fällen erwarten andere von beiden Teams eine feste Linie?',
          en: 'In which cases do others expect a firm line from both teams?',
        },
        proposals: [
          {
            de: 'Jede Ausnahme von einer gemeinsamen Regel wird am selben Tag mit Grund und Namen vermerkt. Nach der dritten gleichen Ausnahme ändern die Leitungen die Regel.',
            en: 'Every exception to a joint rule is noted the same day with reason and name. After the third identical exception the team leads change the rule.',
          },
          {
            de: 'Zweimal im Jahr prüft eine Person von außerhalb beider Teams zehn gemeinsame Vorgänge auf Gleichbehandlung. Sie berichtet beiden Teams in dreißig Minuten.',
            en: 'Twice a year a person from outside both teams reviews ten joint cases for equal treatment. They report to both teams in thirty minutes.',
          },
        ],
      },
    },
    'red-blue': {
      persons: {
        helps: {
          de: 'Die an Werten orientierte Seite gibt Verlässlichkeit, die am Zweck orientierte hält die Tür für Lösungen offen. Zusammen finden sie Ergebnisse, die tragen.',
          en: 'The side guided by values gives reliability, the side guided by purpose keeps the door open for solutions. Together they find results that hold.',
        },
        hurts: {
          de: 'Ein Kompromiss klingt im roten Bereich schnell nach Verrat. Ein Grundsatz klingt im blauen Bereich schnell nach Vorwurf. Beiden entgeht, was das Gegenüber schützen möchte.',
          en: 'In the red range a compromise soon sounds like betrayal. In the blue range a principle soon sounds like reproach. Each misses what the other wants to protect.',
        },
        question: {
          de: 'Welche Grenze ist für die eine Seite unverrückbar, und welches Ziel darf die andere darüber nicht verlieren?',
          en: 'Which limit is immovable for one side, and which goal should the other not lose because of it?',
        },
        proposals: [
          {
            de: 'Zum Start jedes Vorhabens nennt die Person, der Grundsätze wichtig sind, höchstens drei Grenzen. Innerhalb dieser Grenzen sucht die andere frei nach Lösungen.',
            en: 'As each project starts, the one who cares about principles names three limits at most. Within these limits the other searches freely for solutions.',
          },
          {
            de: 'Vor einer Ausnahme rufen wir einander an. Sie gilt, wenn beide zustimmen, wird mit Enddatum notiert und läuft an diesem Tag aus.',
            en: 'Before making an exception we call each other. It applies if we both agree, is noted with an end date and expires on that day.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Ein Team wacht darüber, dass Zusagen gelten, das andere darüber, dass Ziele erreicht werden. Nach außen wird daraus ein Angebot, dem man trauen mag.',
          en: 'One team watches that promises hold, the other that goals are reached. To the outside this adds up to an offer people like to trust.',
        },
        hurts: {
          de: 'Die einen fühlen sich als Feigenblatt, die anderen als Angeklagte. Jede Einzelfrage zieht dann eine Grundsatzfrage nach sich.',
          en: 'One side feels like a fig leaf, the other like the accused. Every single question then brings a fundamental one in its wake.',
        },
        question: {
          de: 'An welchem jüngsten Fall lässt sich zeigen, was jedes der beiden Teams schützen wollte?',
          en: 'Which recent case shows what each of the two teams wanted to protect?',
        },
        proposals: [
          {
            de: 'Das Team, das auf Grundsätze achtet, erklärt jede Vorgabe in zwei Sätzen: Was schützt sie, wo endet sie? Fälle, in denen sie hakt, meldet das andere binnen einer Woche.',
            en: 'The team that watches over principles explains each rule in two sentences: what does it protect, where does it end? The other reports cases where it jams within a week.',
          },
          {
            de: 'Jeden zweiten Monat besprechen je zwei Personen aus beiden Teams zwei Grenzfälle aus der Praxis. Ihr Ergebnis gilt für gleiche Fälle bis zum nächsten Termin.',
            en: 'Every other month two people from each team discuss two borderline cases from practice. Their conclusion applies to like cases until the next meeting.',
          },
        ],
      },
    },
  },
};
