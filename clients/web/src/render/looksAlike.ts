import type { CircleFigure } from '../conversations/circles';
import type { Figure, RoomPicture } from './roomRenderer';

/** Whether two pictures look the same: then the second need not be drawn, and a room in which nobody walks costs a PC nothing. */
export function looksAlike(one: RoomPicture, other: RoomPicture): boolean {
  return one.plan === other.plan && one.titles === other.titles && one.marked === other.marked && one.isPast === other.isPast
    && one.view.x === other.view.x && one.view.y === other.view.y && one.view.scale === other.view.scale
    && sameFigure(one.own, other.own) && all(one.others, other.others, sameFigure)
    && all(one.circles, other.circles, sameCircle)
    && all(one.way, other.way, (a, b) => a.x === b.x && a.y === b.y)
    && (one.pulse === other.pulse || !speaks(one));
}

function speaks({ own, others }: RoomPicture): boolean {
  return own.speaks || others.some((figure) => figure.speaks);
}

function sameFigure(one: Figure, other: Figure): boolean {
  return one.x === other.x && one.y === other.y && one.handle === other.handle && one.heading === other.heading && one.speaks === other.speaks && one.sign === other.sign
    && one.availability === other.availability && one.name === other.name && one.initials === other.initials && one.isStaff === other.isStaff;
}

function sameCircle(one: CircleFigure, other: CircleFigure): boolean {
  return one.x === other.x && one.y === other.y && one.radius === other.radius && one.topic === other.topic && one.closed === other.closed && one.isOwn === other.isOwn;
}

function all<T>(some: readonly T[], others: readonly T[], same: (one: T, other: T) => boolean): boolean {
  return some.length === others.length && some.every((each, index) => same(each, others[index]!));
}
