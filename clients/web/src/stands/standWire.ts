import { fields, list, text } from '../room/readFields';

/** Records about stands as they come in over the hub; see `../room/wire.ts`. */
export type StandSign = {
  id: string; area: string; name: string; line: string;
  /** #rrggbb, or empty. */
  accent: string;
  /** Id of an uploaded file, or empty. */
  logo: string;
  /** One of those who may staff it can be called, wherever in the house. */
  staffed: boolean;
  /** Not shown to everybody: one sees it because one is of its team. */
  draft: boolean;
};
/** All signs of a room that one may see. */
export type StandsChanged = { room: string; stands: StandSign[] };

export function readColour(value: unknown): string {
  const colour = text(value);
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour : '';
}

/** Ids of files and of items are made of small letters, digits and hyphens; anything else is none. */
export function readId(value: unknown): string {
  const id = text(value);
  return /^[0-9a-z][0-9a-z-]{0,39}$/.test(id) ? id : '';
}

function readSign(value: unknown): StandSign | null {
  const given = fields(value);
  const id = readId(given.id);
  const area = text(given.area);
  if (!id || !area) return null;
  return {
    id, area, name: text(given.name), line: text(given.line), accent: readColour(given.accent), logo: readId(given.logo), staffed: given.staffed === true, draft: given.draft === true,
  };
}

export function readStandsChanged(value: unknown): StandsChanged | null {
  const given = fields(value);
  const room = text(given.room);
  return room ? { room, stands: list(given.stands, readSign) } : null;
}
