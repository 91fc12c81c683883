import type { CircleFigure } from '../conversations/circles';
import type { Availability } from '../conversations/talkWire';
import type { FloorPlan, Point } from '../room/floorPlan';

/** Somebody as drawn; places in units of 1/32 tile. */
export type Figure = {
  readonly handle: number;
  readonly x: number;
  readonly y: number;
  /** 0 to 254, 255 stands. */
  readonly heading: number;
  readonly name: string;
  readonly initials: string;
  /** Moderators and organisers are marked. */
  readonly isStaff: boolean;
  readonly availability: Availability;
  readonly speaks: boolean;
  /** A sign just shown, or a raised hand; or empty. */
  readonly sign: string;
};

export type View = {
  /** What is in the middle of the picture, units. */
  readonly x: number;
  readonly y: number;
  /** Pixels of the page a tile. */
  readonly scale: number;
};

/** Everything that is to be seen at one moment. */
export type RoomPicture = {
  readonly plan: FloorPlan;
  readonly own: Figure;
  readonly others: readonly Figure[];
  /** People who stand together. */
  readonly circles: readonly CircleFigure[];
  /** What is left of the way that the own avatar follows. */
  readonly way: readonly Point[];
  /** 0 to 1: how wide the rings of those are who speak. */
  readonly pulse: number;
  /** Whose name is shown wherever they are: under the pointer. */
  readonly marked: number | null;
  readonly view: View;
  /** The line is broken: what is seen may be past. */
  readonly isPast: boolean;
  /** Titles in the language of the moment. */
  readonly titles: FloorTitles;
};

/** A stand as drawn. */
export type StandSignFigure = {
  readonly line: string;
  /** #rrggbb, or empty. */
  readonly accent: string;
  /** Somebody is there: its window is lit. */
  readonly staffed: boolean;
  /** The logo, once it is here. */
  readonly picture: CanvasImageSource & { readonly width: number; readonly height: number } | null;
};

export type FloorTitles = {
  readonly language: string;
  /** By area id. */
  readonly areas: ReadonlyMap<string, string>;
  /** By door id: the next room. */
  readonly doors: ReadonlyMap<string, string>;
  /** By area id: what the exhibitor has put on the sign. */
  readonly stands: ReadonlyMap<string, StandSignFigure>;
  /** Another text whenever one of the signs is otherwise. */
  readonly signed: string;
};

/** Draws from one immutable picture; knows no network and no store. */
export type RoomRenderer = {
  draw(picture: RoomPicture): void;
  /** The size of the drawing in pixels of the page. */
  resize(width: number, height: number): void;
  /** The theme or a font changed. */
  repaint(): void;
};
