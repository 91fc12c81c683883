import type { Language } from '../words/words.svelte';

/** What a stand of that kind may say, as headings and hints: to be replaced, and not to be shown as it is. */
export type Template = { line: string; text: string; topics: readonly string[]; challenges: readonly string[]; solutions: readonly string[] };

export const templateNames = ['town', 'startup', 'service', 'developer'] as const;
export type TemplateName = (typeof templateNames)[number];

/** A text of headings, each with a hint in brackets below. */
function outline(...parts: readonly (readonly [heading: string, hint: string])[]): string {
  return parts.map(([heading, hint]) => `# ${heading}\n\n[${hint}]`).join('\n\n');
}

const german: Readonly<Record<TemplateName, Template>> = {
  town: {
    line: '[Was Ihre Stadt gegen Leerstand tut, in einem Satz]',
    text: outline(
      ['Wo wir stehen', 'Einwohnerzahl, Lage der Innenstadt, wie viele Läden leer stehen'],
      ['Was wir versucht haben', 'Zwei oder drei Schritte, und wer mitgemacht hat'],
      ['Was dabei herauskam', 'Zahlen, und auch, was nicht geklappt hat'],
      ['Was wir suchen', 'Wobei andere Ihnen helfen können'],
    ),
    topics: ['Leerstand', 'Innenstadt'],
    challenges: ['Leerstand in der Fußgängerzone'],
    solutions: ['Zwischennutzung'],
  },
  startup: {
    line: '[Was Ihr Produkt für eine Innenstadt tut, in einem Satz]',
    text: outline(
      ['Das Problem', 'Was in einer Innenstadt heute schwer ist'],
      ['Unsere Lösung', 'Wie es geht, ohne Fachwörter'],
      ['Wo es schon läuft', 'Städte, Ergebnisse, jemand, den man fragen kann'],
      ['Was es kostet und wie man anfängt', 'Preis, erster Schritt, wie lange es dauert'],
    ),
    topics: ['Digitales', 'Pilotstädte gesucht'],
    challenges: [],
    solutions: [],
  },
  service: {
    line: '[Was Sie für Städte und Handel tun, in einem Satz]',
    text: outline(
      ['Was wir tun', 'Ihre Leistungen, die wichtigste zuerst'],
      ['Für wen', 'Städte welcher Größe, Handel, Eigentümer'],
      ['Ein Beispiel', 'Ein Auftrag von Anfang bis Ende'],
      ['So erreichen Sie uns', 'Ablauf, Dauer, mit wem man spricht'],
    ),
    topics: ['Beratung'],
    challenges: [],
    solutions: [],
  },
  developer: {
    line: '[Was Sie aus leeren Häusern machen, in einem Satz]',
    text: outline(
      ['Unser Vorhaben', 'Ort, Gebäude, was daraus wird'],
      ['Was es der Stadt bringt', 'Nutzungen im Erdgeschoss, Wohnungen, Wege'],
      ['Stand und Zeitplan', 'Was fertig ist, was als Nächstes kommt'],
      ['Wen wir suchen', 'Mieter, Partner, Städte mit ähnlichen Häusern'],
    ),
    topics: ['Umnutzung', 'Erdgeschosse'],
    challenges: ['Leere Kaufhäuser'],
    solutions: ['Gemischte Nutzung'],
  },
};

const english: Readonly<Record<TemplateName, Template>> = {
  town: {
    line: '[What your town does against empty shops, in one sentence]',
    text: outline(
      ['Where we stand', 'Inhabitants, how the centre is doing, how many shops are empty'],
      ['What we have tried', 'Two or three steps, and who took part'],
      ['What came of it', 'Figures, and also what did not work'],
      ['What we are looking for', 'What others can help you with'],
    ),
    topics: ['Empty shops', 'Town centre'],
    challenges: ['Empty shops in the high street'],
    solutions: ['Interim use'],
  },
  startup: {
    line: '[What your product does for a town centre, in one sentence]',
    text: outline(
      ['The problem', 'What is hard in a town centre today'],
      ['Our solution', 'How it works, without jargon'],
      ['Where it runs already', 'Towns, results, somebody to ask'],
      ['What it costs and how to begin', 'Price, first step, how long it takes'],
    ),
    topics: ['Digital', 'Pilot towns wanted'],
    challenges: [],
    solutions: [],
  },
  service: {
    line: '[What you do for towns and retail, in one sentence]',
    text: outline(
      ['What we do', 'Your services, the most important first'],
      ['For whom', 'Towns of which size, retailers, owners'],
      ['An example', 'One job from beginning to end'],
      ['How to reach us', 'How it goes, how long it takes, whom one speaks with'],
    ),
    topics: ['Advice'],
    challenges: [],
    solutions: [],
  },
  developer: {
    line: '[What you make of empty buildings, in one sentence]',
    text: outline(
      ['Our project', 'Place, building, what becomes of it'],
      ['What the town gains', 'Uses on the ground floor, flats, ways through'],
      ['State and schedule', 'What is done, what comes next'],
      ['Whom we are looking for', 'Tenants, partners, towns with buildings like it'],
    ),
    topics: ['Conversion', 'Ground floors'],
    challenges: ['Empty department stores'],
    solutions: ['Mixed use'],
  },
};

const templates: Readonly<Record<Language, Readonly<Record<TemplateName, Template>>>> = { de: german, en: english };

export function templateOf(name: TemplateName, language: Language): Template {
  return templates[language][name];
}
