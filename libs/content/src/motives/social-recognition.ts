import type { MotiveTexts } from '../types.js';

export const motive: MotiveTexts = {
  id: 'social-recognition',
  name: { de: 'Soziale Anerkennung', en: 'Social recognition' },
  about: {
    de: 'Soziale Anerkennung betrifft die Frage, woraus jemand bei der Arbeit Selbstwert schöpft: aus der Rückmeldung anderer oder aus dem eigenen Urteil.',
    en: 'Social recognition asks where someone draws self-worth from at work: from the feedback of others or from their own judgement.',
  },
  high: {
    label: { de: 'Rückmeldung suchen und nutzen', en: 'seek and use feedback' },
    want: {
      de: 'Sie möchten spüren, dass Ihre Arbeit gesehen wird und bei anderen ankommt. Ein ehrliches „Das hat uns geholfen“ nährt Sie lange. Schweigen nach einer Präsentation beschäftigt Sie.',
      en: 'You want to feel that your work is seen and reaches others. An honest “that helped us” nourishes you for days. Silence after a presentation stays with you.',
    },
    easy: {
      de: 'Sie nehmen Stimmungen im Raum auf, fragen nach und feilen an einem Entwurf, bis er anderen dient. Auch selbst finden Sie leicht ein würdigendes Wort.',
      en: 'You sense the mood in the room, ask, and refine a draft until it serves others. A word of appreciation comes readily to you as well.',
    },
    costs: {
      de: 'Eine knappe, kühle Antwort kann Ihnen den Nachmittag nehmen. Auch Wochen ganz ohne Echo zehren, denn Sie fragen sich, ob Sie noch auf dem richtigen Weg sind.',
      en: 'A short, cool reply can take away your afternoon. Weeks without any echo drain you too, because you wonder whether you are still on the right track.',
    },
    seenByOther: {
      de: 'Wer ohne Echo auskommt, wundert sich womöglich über Ihre Nachfragen. „Ich habe doch nichts gesagt“ bedeutet dort: Alles ist in Ordnung. Ihre Sorgfalt kann wie Unsicherheit aussehen.',
      en: 'People who do without an echo may be puzzled by your questions. To them, “I said nothing” means all is well. Your care can look like uncertainty.',
    },
    helps: {
      de: 'Bestellen Sie Rückmeldung, statt auf sie zu warten: von wem, wozu, bis wann. Eine Mappe mit gelungenen Arbeiten und Dankesworten trägt Sie durch stille Wochen.',
      en: 'Order feedback instead of waiting for it: from whom, on what, by when. A folder of good work and words of thanks carries you through quiet weeks.',
    },
  },
  low: {
    label: { de: 'dem eigenen Urteil vertrauen', en: 'trust one’s own judgement' },
    want: {
      de: 'Sie möchten sich auf Ihren eigenen Maßstab verlassen und unbeirrt weiterarbeiten. Ob etwas gelungen ist, wissen Sie meist schon selbst. Lob hören Sie gern, aber Sie warten nicht darauf.',
      en: 'You want to rely on your own standard and carry on undeterred. Whether something turned out well, you mostly know already. Praise is welcome, but you do not wait for it.',
    },
    easy: {
      de: 'Ein Nein am Telefon haken Sie ab und wählen die nächste Nummer. Kritik nehmen Sie als Auskunft über die Sache, und vor skeptischem Publikum bleiben Sie ruhig.',
      en: 'You tick off a no on the phone and dial the next number. Criticism is information to you, and a sceptical audience leaves you calm.',
    },
    costs: {
      de: 'Regelmäßige Feedbackrunden empfinden Sie schnell als Pflichtübung. Auch Lob für etwas auszusprechen, das aus Ihrer Sicht selbstverständlich ist, braucht einen Anlauf.',
      en: 'Regular feedback rounds soon feel like a compulsory exercise. Praising something that goes without saying in your eyes takes a conscious run-up.',
    },
    seenByOther: {
      de: 'Wer Rückmeldung braucht, erlebt Ihr Schweigen womöglich als Urteil. „Nicht geschimpft ist genug gelobt“ kommt dort kühl an. Ihre Gelassenheit kann wie Gleichgültigkeit aussehen.',
      en: 'People who need feedback may experience your silence as a verdict. To them, “no news is good news” feels cool. Your composure can look like indifference.',
    },
    helps: {
      de: 'Geben Sie Rückmeldung als Dienst an anderen, auch wenn Sie selbst keine brauchen. Ein fester Anlass nach jedem Projekt nimmt Ihnen die Frage ab, wann es passt.',
      en: 'Give feedback as a service to others, even when you need none yourself. A fixed occasion after each project saves you wondering when the moment is right.',
    },
  },
  balanced: {
    de: 'Je nachdem, was auf dem Spiel steht, genügt Ihnen das eigene Urteil, oder Sie wünschen sich ein Echo. Oft macht es einen Unterschied, von wem die Rückmeldung kommt.',
    en: 'Depending on what is at stake, your own judgement is enough, or you wish for an echo. It often matters who the feedback comes from.',
  },
  constellations: {
    'red-red': {
      persons: {
        helps: {
          de: 'Beide sind aufmerksam, sagen Danke und merken früh, wenn etwas nicht stimmt. In diesem Klima wächst der Mut, Halbfertiges zu zeigen.',
          en: 'Both are attentive, say thank you and notice early when something is off. In this climate the courage to show unfinished work grows.',
        },
        hurts: {
          de: 'Aus Rücksicht bleibt Kritisches ungesagt, bis es groß geworden ist. Ein trüber Tag der einen Seite färbt leicht auf die andere ab.',
          en: 'Out of consideration, critical points go unsaid until they have grown large. One side’s gloomy day easily rubs off on the other.',
        },
        question: {
          de: 'Welches Wort der anderen Person hat Ihnen zuletzt gutgetan, und welches ehrliche Wort haben Sie zurückgehalten?',
          en: 'Which recent word from the other person did you good, and which honest word have you held back?',
        },
        proposals: [
          {
            de: 'Nach jedem gemeinsamen Termin nehmen wir uns fünf Minuten. Jede Seite nennt eine gelungene Stelle und eine, die wir beim nächsten Mal ändern.',
            en: 'After each joint meeting we take five minutes. Each side names one thing that went well and one that we change next time.',
          },
          {
            de: 'Vor großen Präsentationen tauschen wir zwei Tage vorher die Entwürfe. Binnen eines Tages antwortet jede Seite mit drei konkreten Anmerkungen.',
            en: 'Two days before major presentations we exchange drafts. Within a day each of us replies with three concrete comments.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Gelungenes wird gemeinsam gefeiert, und Rückmeldung fließt in beide Richtungen. Im engen Dialog reifen Entwürfe, hinter denen beide Teams stehen.',
          en: 'Good results are celebrated together, and feedback flows both ways. In close dialogue drafts mature that both teams stand behind.',
        },
        hurts: {
          de: 'Kritik von außen trifft gleich alle. Zwischen den Teams beginnt ein stilles Rechnen, wessen Beitrag öffentlich genannt wurde und wessen nicht.',
          en: 'Criticism from outside hits everyone at once. Between the teams a silent count begins of whose contribution was mentioned in public and whose was not.',
        },
        question: {
          de: 'Wann haben sich beide Teams zuletzt vom anderen gesehen gefühlt, und wann übersehen?',
          en: 'When did each team last feel seen by the other, and when overlooked?',
        },
        proposals: [
          {
            de: 'Wer gemeinsame Ergebnisse vorstellt, nennt auf der ersten Folie die Beiträge beider Teams. Am Vortag schickt diese Person die Folie an beide Leitungen.',
            en: 'Whoever presents joint results names both teams’ contributions on the first slide. The day before, that person sends the slide to both team leads.',
          },
          {
            de: 'Am Ende jedes Vorhabens nehmen sich beide Teams sechzig Minuten: erst je drei Würdigungen, dann je zwei Wünsche. Eine Person notiert, was sich ab der nächsten Woche ändert.',
            en: 'At the end of each project both teams take sixty minutes: first three appreciations each, then two wishes each. One person notes what changes from the following week.',
          },
        ],
      },
    },
    'blue-blue': {
      persons: {
        helps: {
          de: 'Verschiedene Meinungen werden sachlich ausgetragen und wirken nicht nach. Beide arbeiten unbeirrt weiter, auch wenn ein Vorhaben Gegenwind bekommt.',
          en: 'Different opinions are fought out on the merits and leave no trace. Both keep working undeterred, even when a project meets headwind.',
        },
        hurts: {
          de: 'Das eigene Bild gilt schnell als vollständig und wird selten verglichen. Dank bleibt aus, und so erfährt niemand, was die andere Seite eigentlich schätzt.',
          en: 'One’s own picture soon counts as complete and is seldom compared. Thanks go unspoken, so neither learns what the other actually values.',
        },
        question: {
          de: 'Was schätzen Sie an der Arbeit der anderen Person, ohne es je gesagt zu haben?',
          en: 'What do you value in the other person’s work without ever having said so?',
        },
        proposals: [
          {
            de: 'Alle vier Wochen stellen wir einander zwei Fragen: Was soll ich beibehalten, was soll ich ändern? Die Antworten notieren wir in je einem Satz.',
            en: 'Every four weeks we ask each other two questions: what should I keep, what should I change? We note each answer in one sentence.',
          },
          {
            de: 'Bevor eine wichtige Arbeit das Haus verlässt, liest die andere Person sie gegen. Sie antwortet schriftlich am selben Arbeitstag, auch wenn alles stimmt.',
            en: 'Before an important piece of work leaves the house, the other person reads it. They reply in writing the same working day, even when all is well.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Rückschläge werfen beide Teams kaum aus der Bahn. Man sagt sich die Meinung, einigt sich und geht zur Tagesordnung über.',
          en: 'Setbacks hardly throw either team off course. People speak their minds, come to terms and move on to the next item.',
        },
        hurts: {
          de: 'Signale der Kundschaft oder der Nachbarteams dringen spät durch. Neue Mitglieder rätseln, ob ihre Arbeit ankommt, denn ausgesprochen wird es nicht.',
          en: 'Signals from customers or neighbouring teams get through late. New members are left guessing whether their work is valued, because nobody says so.',
        },
        question: {
          de: 'Von wem bekommen beide Teams derzeit keine Rückmeldung, obwohl sie für die Arbeit wertvoll wäre?',
          en: 'From whom do both teams currently get no feedback, although it would be valuable for the work?',
        },
        proposals: [
          {
            de: 'Jedes Team bittet einmal im Quartal drei Stellen, die seine Arbeit weiterverwenden, um eine kurze Einschätzung. Beide Teams besprechen die Antworten in einem gemeinsamen Termin.',
            en: 'Once a quarter each team asks three groups that build on its work for a short assessment. Both teams discuss the answers in a joint meeting.',
          },
          {
            de: 'Nach zwei, sechs und zwölf Wochen spricht die Leitung fünfzehn Minuten mit jedem neuen Mitglied: Was ist gelungen, was steht als Nächstes an?',
            en: 'After two, six and twelve weeks the team lead talks with each new member for fifteen minutes: what went well, what comes next?',
          },
        ],
      },
    },
    'red-blue': {
      persons: {
        helps: {
          de: 'Die eine Seite spürt, wie etwas ankommt, die andere bleibt gelassen, wenn der Beifall ausbleibt. Gemeinsam behalten sie Wirkung und Sache im Blick.',
          en: 'One side senses how something is received, the other stays composed when applause is absent. Together they keep both effect and substance in view.',
        },
        hurts: {
          de: 'Menschen im roten Bereich warten auf ein Wort, das ihnen guttäte. Menschen im blauen Bereich werden darum gebeten, wenn es sie stört. So gilt die eine Seite bald als bedürftig, die andere als kalt.',
          en: 'People in the red range wait for a word that would do them good. People in the blue range are asked for it just when it disturbs them. Soon one side counts as needy, the other as cold.',
        },
        question: {
          de: 'Was bedeutet Schweigen bei Ihnen: „alles gut“, „ich denke noch“ oder „das gefällt mir nicht“?',
          en: 'What does silence mean with you: “all is well”, “I am still thinking” or “I do not like it”?',
        },
        proposals: [
          {
            de: 'Wer ohne Echo auskommt, antwortet auf jede Lieferung der anderen Person binnen zwei Tagen mit drei Sätzen. Sie sagen, was hilft, was noch gebraucht wird und was besonders gelungen ist.',
            en: 'Whoever does without an echo answers each delivery from the other within two days in three sentences. They say what helps, what is still needed and what turned out especially well.',
          },
          {
            de: 'Wer Rückmeldung schätzt, bittet gezielt darum: eine Frage, ein Termin. Dazwischen gilt Schweigen als Zustimmung, und das bestätigen wir einander am Monatsanfang.',
            en: 'Whoever values feedback asks for it specifically: one question, one date. In between, silence counts as agreement, and we confirm this to each other as each month begins.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Das rot geprägte Team sucht den engen Dialog und verfeinert seine Arbeit an jeder Reaktion. Das blau geprägte Team trägt Angebote auch dorthin, wo oft ein Nein kommt. Was dort zu hören ist, wird hier zu Stoff für den nächsten Entwurf.',
          en: 'The team leaning red seeks close dialogue and refines its work with every reaction. The team leaning blue carries offers to places where a no is common. What is heard there becomes material for the next draft here.',
        },
        hurts: {
          de: 'Ein Team schickt Entwürfe, Ideen oder Kontakte hinüber und hört nichts. Das andere hat alles genutzt, sah keinen Anlass für Worte und versteht die Kränkung nicht. Die dritte Nachfrage wirkt dort wie eine Prüfung.',
          en: 'One team sends over drafts, ideas or contacts and hears nothing. The other has used them all, saw no reason for words and does not understand the hurt. To them, the third query feels like an audit.',
        },
        question: {
          de: 'Welche Rückmeldung würde die Arbeit des einen Teams spürbar verändern, und wie viel Zeit darf sie das andere kosten?',
          en: 'Which feedback would noticeably change the work of one team, and how much of the other’s time may it take?',
        },
        proposals: [
          {
            de: 'Das Team, das Material oder Kontakte erhält, meldet jeden zweiten Freitag zurück: genutzt, beiseitegelegt, Reaktion von draußen. Eine benannte Person schreibt dafür höchstens fünf Zeilen.',
            en: 'The team that receives material or contacts reports back every second Friday: used, put aside, reaction from outside. One named person writes five lines at most.',
          },
          {
            de: 'Das Team, das Rückmeldung sucht, bündelt seine Fragen: höchstens fünf im Monat, ein Termin von dreißig Minuten. Beim nächsten Mal zeigt es zu Beginn, was aus den Antworten geworden ist.',
            en: 'The team that seeks feedback bundles its questions: five a month at most, one meeting of thirty minutes. Next time it opens by showing what became of the answers.',
          },
        ],
      },
    },
  },
};
