import { ask, askFor, nothing, path, type Answer } from '../house/ask';
import { list } from '../room/readFields';
import { readCard, readCards, readEnquiries, readFieldFault, readLeft, readOwnCard, readPreview, type CallBack, type Card, type CardField, type CardPreview, type FieldFault } from './cardWire';

/** To whom a card goes. */
export type Recipient = 'stand' | 'person';

const at = (stand: string, ...rest: string[]) => `/api/stands/${path(stand, ...rest)}`;
const mine = (...rest: string[]) => `/api/me/${path(...rest)}`;

export const getOwnCard = () => ask(mine('card'), readOwnCard);
export const keepCard = (card: Card) => ask(mine('card'), readCard, 'PUT', card);
/** What would be handed over: nothing is. */
export const previewCard = (fields: readonly CardField[], to: Recipient) => askFor(mine('card', 'preview'), readPreview, 'POST', { fields, to });
/** `id` is of this act, and the same when it is sent again. */
export const handCard = (stand: string, id: string, { fields, wording, seal }: CardPreview) => ask(at(stand, 'cards', id), nothing, 'PUT', { fields, wording, seal });
export const getCards = () => ask(mine('cards'), readCards);
export const takeCardBack = (stand: string, id: string) => ask(mine('stands', stand, 'cards', id), nothing, 'DELETE');
export const takeCardBackFromPerson = (id: string) => ask(mine('cards', 'given', id), nothing, 'DELETE');
export const discardCard = (id: string) => ask(mine('cards', 'received', id), nothing, 'DELETE');
/** Where what one has got is to be had for address books. */
export const receivedContacts = '/api/me/cards/received.vcf';

export const leaveQuestion = (stand: string, id: string, question: string, callBack: CallBack, reach: string) => ask(at(stand, 'enquiries', id), nothing, 'PUT', { question, callBack, reach });
export const takeQuestionBack = (stand: string, id: string) => ask(mine('stands', stand, 'enquiries', id), nothing, 'DELETE');
/** What one has left at a stand, with the answers. */
export const getMine = (stand: string) => askFor(at(stand, 'mine'), readLeft);

export const getEnquiries = (stand: string) => ask(at(stand, 'enquiries'), readEnquiries);
export const answerQuestion = (stand: string, id: string, text: string) => ask(at(stand, 'enquiries', id, 'answer'), nothing, 'PUT', { text });
/** Where all of it is to be had for spreadsheets, and for address books. */
export const enquiryTable = (stand: string) => at(stand, 'enquiries.csv');
export const enquiryContacts = (stand: string) => at(stand, 'enquiries.vcf');

/** What is wrong with the words that were sent, field by field. */
export const faultsOf = (answer: Answer<unknown>): FieldFault[] => ('error' in answer ? list(answer.faults, readFieldFault) : []);
