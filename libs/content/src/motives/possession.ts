import type { MotiveTexts } from '../types.js';

export const motive: MotiveTexts = {
  id: 'possession',
  name: { de: 'Besitzen', en: 'Possession' },
  about: {
    de: 'Besitzen meint die Freude daran, Werte zu bewahren und zu mehren, oder daran, sie zu nutzen und weiterzugeben.',
    en: 'Possession means taking pleasure in keeping and growing things of value, or in using them and passing them on.',
  },
  high: {
    label: { de: 'bewahren und Werte aufbauen', en: 'keep and build value' },
    want: {
      de: 'Was einmal geschaffen wurde, soll bleiben und wachsen. Ob Budget, Maschinen oder gute Kontakte: Einen Bestand aufzubauen und zu pflegen, liegt Ihnen am Herzen.',
      en: 'What has once been created should last and grow. Be it a budget, machines or good contacts: building up a stock and tending it is close to your heart.',
    },
    easy: {
      de: 'Sie kennen den Wert der Dinge, haushalten mit Mitteln und haben noch Reserven, wenn es eng wird. Gepflegtes Arbeitsgerät ist für Sie selbstverständlich.',
      en: 'You know what things are worth, manage funds with care and still have reserves when times get tight. Well-kept equipment goes without saying.',
    },
    costs: {
      de: 'Es schmerzt, wenn Bewährtes weggeworfen oder ein Etat zum Jahresende verpulvert wird. Ein Ausleihen ohne Rückgabedatum behagt Ihnen nicht.',
      en: 'It hurts to see proven things thrown away or a budget burned at year-end. Lending without a return date makes you uneasy.',
    },
    seenByOther: {
      de: 'In den Augen freigebiger Menschen halten Sie vielleicht fest, was allen nützen könnte. Ihr „Das brauchen wir noch“ klingt dann nach Geiz.',
      en: 'In the eyes of open-handed people you may hold on to what could be of use to all. Your “we still need that” then sounds stingy.',
    },
    helps: {
      de: 'Ein Bereich, für dessen Mittel Sie sichtbar verantwortlich sind. Legen Sie fest, was zum Stamm gehört und was Sie bewusst zum Verteilen zurücklegen.',
      en: 'An area whose resources you are visibly responsible for. Decide what belongs to the core and what you deliberately put aside for giving.',
    },
  },
  low: {
    label: { de: 'großzügig nutzen und weitergeben', en: 'use and give generously' },
    want: {
      de: 'Was einmal geschaffen wurde, soll im Umlauf bleiben und nützen. Ob Etat, Geräte oder Wissen: Es mit anderen einzusetzen und zu teilen, ist Ihnen eine Freude.',
      en: 'What has once been created should stay in circulation and be of use. Be it funds, tools or knowledge: putting it to work and sharing it is a pleasure.',
    },
    easy: {
      de: 'Unterlagen, Ideen und Zeit geben Sie ohne Rechnung weiter, und von Überholtem trennen Sie sich leicht. Für eine gute Idee ist Ihr Budget rasch freigegeben.',
      en: 'You hand on documents, ideas and time without keeping a tally and part easily with what is outdated. For a good idea your budget opens quickly.',
    },
    costs: {
      de: 'Es ermüdet, Belege zu horten, Bestände zu zählen oder um jeden Posten zu feilschen. Ein Schrank voller Dinge, die niemand nutzt, drückt auf Ihre Laune.',
      en: 'It is tiring to hoard receipts, count stock or haggle over every item. A cupboard full of things nobody uses dampens your mood.',
    },
    seenByOther: {
      de: 'In den Augen haushaltender Menschen lassen Sie vielleicht los, was noch Wert hat. Ihr „Nehmen Sie es ruhig mit“ klingt dann nach Verschwendung.',
      en: 'In the eyes of thrifty people you may let go of what still has value. Your “do take it with you” then sounds wasteful.',
    },
    helps: {
      de: 'Ein eigenes kleines Budget, das Sie frei vergeben dürfen. Klären Sie vorher, was auch anderen gehört und erst nach Rücksprache weiterwandert.',
      en: 'A small budget of your own that you may give away freely. Sort out beforehand what also belongs to others and moves on only after a word with them.',
    },
  },
  balanced: {
    de: 'Manches hüten Sie sorgsam, anderes geben Sie leichten Herzens her. Ob Geld, Wissen oder Material auf dem Tisch liegt, verändert Ihre Antwort.',
    en: 'Some things you guard with care, others you give away with a light heart. Whether money, knowledge or material is on the table changes your answer.',
  },
  constellations: {
    'red-red': {
      persons: {
        helps: {
          de: 'Beide gehen sorgsam mit Mitteln um und denken an morgen. Anschaffungen halten lange, und das Jahr endet ohne böse Überraschung.',
          en: 'Both treat resources with care and think of tomorrow. Purchases last, and the year closes without unpleasant surprises.',
        },
        hurts: {
          de: 'Jede Seite hütet ihren Bestand, und beim Teilen wird genau gerechnet. Kontakte, Dateien und Etats bleiben in zwei getrennten Schatzkammern.',
          en: 'Each side guards its own stock, and sharing comes with exact accounts. Contacts, files and budgets stay in two separate treasure chambers.',
        },
        question: {
          de: 'Was hüten Sie, das für die andere Person wertvoll wäre, und unter welchen Bedingungen würden Sie es teilen?',
          en: 'What are you guarding that the other could well use, and on what terms would you share it?',
        },
        proposals: [
          {
            de: 'Wir legen binnen vier Wochen eine gemeinsame Liste unserer Kontakte, Vorlagen und Geräte an. Neben jedem Eintrag steht, wer ihn pflegt und wie er genutzt werden darf.',
            en: 'Within four weeks we draw up a joint list of our contacts, templates and equipment. Next to each entry it says who looks after it and how it may be used.',
          },
          {
            de: 'Vom gemeinsamen Etat verwalten wir je vierzig Prozent allein. Über den Rest entscheiden wir zu zweit, jeweils in der ersten Woche des Quartals.',
            en: 'Each of us manages forty per cent of the joint budget alone. We decide on the rest as a pair in the first week of each quarter.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Über Jahre wachsen gepflegte Datenbestände, Rücklagen und Beziehungen. Beide Teams behandeln das Eigentum der Firma wie ihr eigenes.',
          en: 'Over the years well-kept data, reserves and relationships grow. Both teams treat the firm’s property as if it were their own.',
        },
        hurts: {
          de: 'Zwischen den Teams entstehen Zäune: eigene Listen, eigene Lager, eigene Töpfe. Wer etwas braucht, muss darum bitten und spürt es.',
          en: 'Fences go up between the teams: separate lists, separate stores, separate pots. Whoever needs something has to ask and is made to feel it.',
        },
        question: {
          de: 'Welcher Bestand würde für beide Teams wertvoller, wenn er ein gemeinsamer wäre?',
          en: 'Which resource would gain value for both teams if it were shared?',
        },
        proposals: [
          {
            de: 'Die Leitungen führen bis zum Halbjahr eine doppelt gepflegte Liste zusammen. Je Team bleibt eine benannte Person für deren Aktualität verantwortlich.',
            en: 'By mid-year the team leads merge one list that is now kept twice. In each team one named person remains responsible for keeping it current.',
          },
          {
            de: 'Jedes Team stellt zwei Arbeitsmittel in einen gemeinsamen Pool mit Buchungskalender. Zurück kommen sie am gebuchten Tag und im ursprünglichen Zustand.',
            en: 'Each team puts two pieces of equipment into a shared pool with a booking calendar. They come back on the booked day and in their original condition.',
          },
        ],
      },
    },
    'blue-blue': {
      persons: {
        helps: {
          de: 'Wissen, Material und Zeit fließen ohne Aufrechnen. Beide helfen gern aus und hängen nicht an Altem.',
          en: 'Knowledge, material and time flow without a ledger. Both gladly help out and are not attached to old things.',
        },
        hurts: {
          de: 'Ist der Topf im September leer, war es niemand. Was die eine Seite verschenkt, hätte die andere vielleicht noch gebraucht.',
          en: 'When the pot is empty in September, it was nobody. What one side gives away, the other might still have needed.',
        },
        question: {
          de: 'Was geben Sie beide gern her, und was soll trotzdem bis zum Jahresende reichen?',
          en: 'What do you both like to give away, and what should nevertheless last until the end of the year?',
        },
        proposals: [
          {
            de: 'Am Fünfzehnten jedes Monats sehen wir uns zehn Minuten lang den Stand von Budget und Material an. Die Zahlen bringt abwechselnd eine Person mit.',
            en: 'On the fifteenth of each month we look at budget and material for ten minutes. We take turns bringing the figures.',
          },
          {
            de: 'Bevor eine Person etwas verschenkt oder ausmustert, das beide nutzen, fragt sie kurz nach. Ohne Antwort binnen zwei Tagen darf es gehen.',
            en: 'Before one of us gives away or discards something we both use, that person asks. With no answer within two days it may go.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Geräte, Ideen und helfende Hände wandern dorthin, wo sie gerade nützen. Neues findet schnell Mittel.',
          en: 'Equipment, ideas and helping hands move to where they are useful right now. New ventures find funding quickly.',
        },
        hurts: {
          de: 'Niemand führt Buch, und Wertvolles versickert. Beim nächsten Anlauf wird neu gekauft, was im Vorjahr schon da war.',
          en: 'Nobody keeps the books, and valuable things trickle away. At the next attempt people buy what was already there last year.',
        },
        question: {
          de: 'Was haben beide Teams im letzten Jahr zweimal bezahlt oder zweimal erarbeitet?',
          en: 'What did both teams pay for twice or work out twice last year?',
        },
        proposals: [
          {
            de: 'Zum Jahresanfang legen beide Teams zehn Prozent ihres gemeinsamen Budgets zurück. Über jeden Zugriff entscheiden beide Leitungen und halten den Grund schriftlich fest.',
            en: 'At the beginning of the year both teams set aside ten per cent of their joint budget. Both team leads decide on each withdrawal and record the reason.',
          },
          {
            de: 'Im vierteljährlichen Wechsel übernimmt ein Team die Bestandspflege. Es trägt Zu- und Abgänge ein und stellt die Liste in der folgenden Sitzung vor.',
            en: 'The teams alternate quarterly in looking after the inventory. The team in charge records what comes and goes and presents the list at the following meeting.',
          },
        ],
      },
    },
    'red-blue': {
      persons: {
        helps: {
          de: 'Eine Seite sorgt dafür, dass etwas da ist, die andere dafür, dass es genutzt wird. Mittel bleiben erhalten und entfalten trotzdem Wirkung.',
          en: 'One side makes sure that something is there, the other that it is used. Resources are preserved and still have an effect.',
        },
        hurts: {
          de: 'Sparsamkeit fühlt sich im blauen Bereich nach Enge an, Freigebigkeit im roten nach Verlust. Um Geld geht es dabei oft nur an der Oberfläche.',
          en: 'In the blue range thrift feels like confinement, in the red range generosity feels like loss. Money is often only the surface of it.',
        },
        question: {
          de: 'Was wäre für Sie schwerer zu ertragen: dass dieses Gut bald verbraucht ist oder dass es ungenutzt bleibt?',
          en: 'What would be harder for you to bear: that this resource is soon used up, or that it lies idle?',
        },
        proposals: [
          {
            de: 'Jeden Januar und Juli teilen wir unsere Mittel in „bewahren“ und „einsetzen“. Über den ersten Teil entscheidet, wer gern aufbaut, über den zweiten, wer gern weitergibt.',
            en: 'Every January and July we divide our resources into “keep” and “use”. Whoever likes to build decides on the first part, whoever likes to give on the second.',
          },
          {
            de: 'Wer ausgeben möchte, schreibt in einem Satz den Nutzen auf; wer bewahren möchte, in einem Satz die Folgen. Beide Sätze stehen vor dem Kauf im Antrag.',
            en: 'Whoever wants to spend writes one sentence on the benefit; whoever wants to keep writes one on the consequences. Both sentences are in the request before the purchase.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Das aufbauende Team sichert Substanz, das freigebige bringt sie unter die Leute. Beides zusammen macht ein Angebot dauerhaft und spürbar.',
          en: 'The building team secures substance, the giving team brings it to people. Both together make an offer lasting and tangible.',
        },
        hurts: {
          de: 'Die einen murren: „Dort wird verteilt, was wir erarbeitet haben.“ Die anderen murren: „Dort sitzt man auf allem.“ Beide schützen etwas, das ihnen wertvoll ist.',
          en: 'Some grumble: “They hand out what we have earned.” Others grumble: “They are sitting on everything.” Both protect something they value.',
        },
        question: {
          de: 'Welche Mittel des einen Teams könnten beim anderen Nutzen stiften, und welche Gegengabe macht das leicht?',
          en: 'Which resources of one team could be useful in the other, and what in return would make that easy?',
        },
        proposals: [
          {
            de: 'Das Team, das Bestände pflegt, gibt am Monatsersten ein festes Kontingent frei. Am Monatsletzten berichtet das nutzende Team in drei Zeilen, was damit geschehen ist.',
            en: 'The team that tends the stock releases a fixed quota on the first of the month. On the last day the using team reports in three lines what became of it.',
          },
          {
            de: 'Wer Daten oder Material des anderen Teams weitergibt, trägt Empfang und Zweck am selben Tag in eine gemeinsame Liste ein. Beide Leitungen sehen sie am Quartalsende durch.',
            en: 'Anyone passing on the other team’s data or material enters recipient and purpose in a shared list that day. Both team leads go through it when the quarter ends.',
          },
        ],
      },
    },
  },
};
