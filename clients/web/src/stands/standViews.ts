import { fields, list, text } from '../room/readFields';
import { readColour, readId } from './standWire';

/** Records about stands as the house writes them to JSON. Nothing from the network is believed unread. */
export const standStates = ['open', 'hidden', 'down'] as const;
export type StandState = (typeof standStates)[number];

export type StandCard = {
  id: string; room: string; area: string; name: string; line: string; accent: string; logo: string; topics: string[]; state: StandState;
  /** One is of its team. */
  isMine: boolean;
  /** One may be called for it. */
  mayStaff: boolean;
  /** Somebody can be called for it just now. */
  isStaffed: boolean;
};
export type StandWord = { id: string; text: string };
export type StandPicture = StandWord & { file: string };
export type StandVideo = StandPicture & { link: string; language: string };
/** `reason` of being offline, where one may know it. */
export type StandMaterial = StandVideo & { isDown: boolean; reason: string };
export type StandView = {
  id: string; room: string; area: string; name: string; line: string;
  /** Made safe by the house. */
  html: string;
  logo: string;
  /** What it shows. */
  logoText: string;
  accent: string;
  /** The colour in which text stands on the accent. */
  accentText: string;
  hours: string; contact: string; contactLink: string; topics: StandWord[]; challenges: StandWord[]; solutions: StandWord[];
  pictures: StandPicture[]; videos: StandVideo[]; materials: StandMaterial[];
  state: StandState;
  /** Why it is offline; empty for whom that does not concern. */
  reason: string;
  mayEdit: boolean; mayPublish: boolean; mayNameHosts: boolean; mayModerate: boolean; mayReadEnquiries: boolean; mayStaff: boolean; maySeeFigures: boolean;
};
/** The link by which somebody comes to a stand's team, and the id of its invitation. */
export type StandLink = { id: string; link: string };

function readState(value: unknown): StandState {
  return standStates.find((state) => state === value) ?? 'hidden';
}

/** An address that may be followed: nothing but pages on the web. */
export function readLink(value: unknown): string {
  const link = text(value, 500);
  try {
    return ['https:', 'http:'].includes(new URL(link).protocol) ? link : '';
  } catch {
    return '';
  }
}

function readWord(value: unknown): StandWord | null {
  if (typeof value === 'string') return value ? { id: value, text: text(value) } : null;
  const given = fields(value);
  const id = text(given.id);
  return id ? { id, text: text(given.text) || id } : null;
}

function readPicture(value: unknown): StandPicture | null {
  const given = fields(value);
  const id = readId(given.id);
  return id ? { id, text: text(given.text), file: readId(given.file) } : null;
}

function readVideo(value: unknown): StandVideo | null {
  const given = fields(value);
  const picture = readPicture(value);
  return picture && { ...picture, link: readLink(given.link), language: text(given.language, 20) };
}

function readMaterial(value: unknown): StandMaterial | null {
  const { down } = fields(value);
  const video = readVideo(value);
  return video && { ...video, isDown: typeof down === 'string', reason: text(down, 500) };
}

export function readCard(value: unknown): StandCard | null {
  const given = fields(value);
  const id = readId(given.id);
  if (!id) return null;
  return {
    id, room: text(given.room), area: text(given.area), name: text(given.name), line: text(given.line), accent: readColour(given.accent), logo: readId(given.logo),
    topics: list(given.topics, readWord).map((word) => word.text), state: readState(given.state), isMine: given.mine === true, mayStaff: given.mayStaff === true, isStaffed: given.staffed === true,
  };
}

export function readStandView(value: unknown): StandView | null {
  const given = fields(value);
  const id = readId(given.id);
  if (!id) return null;
  return {
    id, room: text(given.room), area: text(given.area), name: text(given.name), line: text(given.line), html: text(given.html, 100_000), logo: readId(given.logo), logoText: text(given.logoText),
    accent: readColour(given.accent), accentText: readColour(given.accentText), hours: text(given.hours), contact: text(given.contact, 500), contactLink: readLink(given.contactLink),
    topics: list(given.topics, readWord), challenges: list(given.challenges, readWord), solutions: list(given.solutions, readWord),
    pictures: list(given.pictures, readPicture), videos: list(given.videos, readVideo), materials: list(given.materials, readMaterial),
    state: readState(given.state), reason: text(given.reason, 500),
    mayEdit: given.mayEdit === true, mayPublish: given.mayPublish === true, mayNameHosts: given.mayNameHosts === true, mayModerate: given.mayModerate === true, mayReadEnquiries: given.mayReadEnquiries === true, mayStaff: given.mayStaff === true,
    maySeeFigures: given.maySeeFigures === true,
  };
}

/** An invitation as its list has it, with a token, or the link itself. */
export function readStandLink(value: unknown, origin: string): StandLink | null {
  const given = fields(value);
  const token = text(given.token, 2000);
  const link = text(given.link, 3000) || (token && `${origin}/#invitation=${token}`);
  return link ? { id: text(given.id), link } : null;
}
