import { date, fields, list, text } from '../room/readFields';
import { readFault, type Fault } from './standDraft';

/** The fields of a card, in the order in which they are shown. */
export const cardFields = ['name', 'affiliation', 'email', 'telephone', 'note'] as const;
export type CardField = (typeof cardFields)[number];
/** What stands on a card; what is empty was not filled in, or not handed over. */
export type Card = Readonly<Record<CardField, string>>;
export type OwnCard = { card: Card; kept: boolean };
/** Exactly what is handed over by a yes to it, and the words that are agreed to. */
export type CardPreview = { card: Card; fields: CardField[]; wording: string; german: string; english: string; seal: string };
export type HandedCard = { id: string; card: Card; consent: Date; german: string; english: string };
export type TakenBackCard = { id: string; at: Date };
export type ExchangedCard = { member: string; name: string; handed: HandedCard };

export const callBacks = ['none', 'inHouse', 'email', 'telephone'] as const;
export type CallBack = (typeof callBacks)[number];
export type Enquiry = { id: string; name: string; question: string; callBack: CallBack; reach: string; asked: Date; answered: Date | null; answeredBy: string; answer: string };
/** What one has left at a stand oneself. */
export type LeftAtStand = { stand: string; name: string; enquiries: Enquiry[]; card: HandedCard | null };
/** What visitors have left at a stand, for those who look after it. */
export type Enquiries = { enquiries: Enquiry[]; cards: HandedCard[]; takenBack: TakenBackCard[] };
export type Cards = { own: Card | null; received: ExchangedCard[]; takenBack: TakenBackCard[]; given: ExchangedCard[]; stands: LeftAtStand[] };
/** What is wrong with one field, for the person who fills it in. */
export type FieldFault = Fault & { field: string };

export type ExchangeChanged = { member: string; name: string; state: 'asked' | 'agreed' | 'declined'; until: number; card: Card | null };
export type EnquiriesChanged = { stand: string; name: string; kind: 'asked' | 'handed' | 'takenBack' | 'answered' };

export const emptyCard: Card = { name: '', affiliation: '', email: '', telephone: '', note: '' };

export const filled = (card: Card): CardField[] => cardFields.filter((field) => card[field] !== '');

/** For an act that is the same one when it is sent again. */
export const newAct = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const readAct = (value: unknown): string => (/^[0-9a-f]{32}$/.test(text(value)) ? text(value) : '');

export function readCard(value: unknown): Card {
  const given = fields(value);
  return { name: text(given.name, 80), affiliation: text(given.affiliation, 120), email: text(given.email, 254), telephone: text(given.telephone, 40), note: text(given.note, 500) };
}

export const readOwnCard = (value: unknown): OwnCard => ({ card: readCard(fields(value).card), kept: fields(value).kept === true });

export function readPreview(value: unknown): CardPreview | null {
  const given = fields(value);
  const [wording, seal] = [text(given.wording), text(given.seal)];
  if (!wording || !seal) return null;
  const named = list(given.fields, (field) => cardFields.find((each) => each === field) ?? null);
  return { card: readCard(given.card), fields: named, wording, german: text(given.german, 2000), english: text(given.english, 2000), seal };
}

function readHanded(value: unknown): HandedCard | null {
  const given = fields(value);
  const [id, consent] = [readAct(given.id), date(given.consent)];
  return id && consent ? { id, card: readCard(given.card), consent, german: text(given.german, 2000), english: text(given.english, 2000) } : null;
}

function readTakenBack(value: unknown): TakenBackCard | null {
  const [id, at] = [readAct(fields(value).id), date(fields(value).at)];
  return id && at ? { id, at } : null;
}

function readExchanged(value: unknown): ExchangedCard | null {
  const given = fields(value);
  const handed = readHanded(given.handed);
  return handed && { member: text(given.member), name: text(given.name), handed };
}

function readEnquiry(value: unknown): Enquiry | null {
  const given = fields(value);
  const [id, asked] = [readAct(given.id), date(given.asked)];
  if (!id || !asked) return null;
  return {
    id, asked, name: text(given.name), question: text(given.question, 1000), callBack: callBacks.find((each) => each === given.callBack) ?? 'none', reach: text(given.reach, 254),
    answered: date(given.answered), answeredBy: text(given.answeredBy), answer: text(given.answer, 2000),
  };
}

export function readLeft(value: unknown): LeftAtStand | null {
  const given = fields(value);
  const stand = text(given.stand);
  return stand ? { stand, name: text(given.name), enquiries: list(given.enquiries, readEnquiry), card: readHanded(given.card) } : null;
}

export function readEnquiries(value: unknown): Enquiries {
  const given = fields(value);
  return { enquiries: list(given.enquiries, readEnquiry), cards: list(given.cards, readHanded), takenBack: list(given.takenBack, readTakenBack) };
}

export function readCards(value: unknown): Cards {
  const given = fields(value);
  return {
    own: given.own ? readCard(given.own) : null, received: list(given.received, readExchanged), takenBack: list(given.takenBack, readTakenBack), given: list(given.given, readExchanged),
    stands: list(given.stands, readLeft),
  };
}

export function readFieldFault(value: unknown): FieldFault | null {
  const fault = readFault(value);
  return fault && { ...fault, field: text(fields(value).field) };
}

export function readExchangeChanged(value: unknown): ExchangeChanged | null {
  const given = fields(value);
  const member = text(given.member);
  const state = (['asked', 'agreed', 'declined'] as const).find((each) => each === given.state);
  if (!member || !state) return null;
  return { member, name: text(given.name), state, until: Number(given.until) || 0, card: given.card ? readCard(given.card) : null };
}

export function readEnquiriesChanged(value: unknown): EnquiriesChanged | null {
  const given = fields(value);
  const stand = text(given.stand);
  const kind = (['asked', 'handed', 'takenBack', 'answered'] as const).find((each) => each === given.kind);
  return stand && kind ? { stand, name: text(given.name), kind } : null;
}
