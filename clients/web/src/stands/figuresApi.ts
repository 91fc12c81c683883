import { askFor, path } from '../house/ask';
import { fields, int, list, text } from '../room/readFields';

export type TakenMaterial = { material: string; title: string; taken: number };
/** `stays` are the visits by how long they were; null where a number would say too much of somebody. Days as `2026-11-23`. */
export type FiguresPeriod = { first: string; last: string; visits: number; stays: (number | null)[]; materials: TakenMaterial[] };
export type StandFigures = { periods: FiguresPeriod[]; fewest: number };

export const stayClasses = [0, 1, 2, 3, 4] as const;

function readMaterial(value: unknown): TakenMaterial | null {
  const given = fields(value);
  const [material, taken] = [text(given.material), int(given.taken, 1)];
  return material && taken !== null ? { material, title: text(given.title), taken } : null;
}

function readPeriod(value: unknown): FiguresPeriod | null {
  const given = fields(value);
  const [first, last, visits] = [readDay(given.first), readDay(given.last), int(given.visits)];
  if (!first || !last || visits === null) return null;
  const stays = Array.isArray(given.stays) ? given.stays : [];
  return { first, last, visits, stays: stayClasses.map((stay) => int(stays[stay])), materials: list(given.materials, readMaterial) };
}

function readDay(value: unknown): string {
  const day = text(value);
  return /^\d{4}-\d\d-\d\d$/.test(day) ? day : '';
}

export function readFigures(value: unknown): StandFigures | null {
  const given = fields(value);
  const fewest = int(given.fewest, 1);
  return fewest === null ? null : { periods: list(given.periods, readPeriod), fewest };
}

export const getFigures = (stand: string) => askFor(`/api/stands/${path(stand)}/figures`, readFigures);
/** Where they are to be had for spreadsheets. */
export const figuresTable = (stand: string) => `/api/stands/${path(stand)}/figures.csv`;
