import { ask, askFor, nothing, path } from '../house/ask';
import { date, fields, int, list, text } from '../room/readFields';
import { readLink } from './standViews';
import { readId } from './standWire';

/** What somebody has taken along. `isThere`: it still lies at its stand, and one may see it; else only its title is known. */
export type BagItem = {
  stand: string; material: string; title: string; taken: Date; standName: string; isThere: boolean; file: string; link: string; language: string;
};
export type BagLink = { id: string; issued: Date; expires: Date };
/** A link that has just been made, with what opens the bag. */
export type NewBagLink = BagLink & { link: string };
export type Bag = { items: BagItem[]; links: BagLink[]; most: number };

export function readBagItem(value: unknown): BagItem | null {
  const given = fields(value);
  const [stand, material, taken] = [readId(given.stand), text(given.material), date(given.taken)];
  if (!stand || !material || !taken) return null;
  return {
    stand, material, taken, title: text(given.title), standName: text(given.standName), isThere: given.there === true, file: readId(given.file), link: readLink(given.link),
    language: text(given.language, 20),
  };
}

function readBagLink(value: unknown): BagLink | null {
  const given = fields(value);
  const [id, issued, expires] = [text(given.id), date(given.issued), date(given.expires)];
  return id && issued && expires ? { id, issued, expires } : null;
}

function readNewLink(value: unknown): NewBagLink | null {
  const read = readBagLink(value);
  const link = text(fields(value).link, 2000);
  return read && link ? { ...read, link } : null;
}

export function readBag(value: unknown): Bag | null {
  const given = fields(value);
  const most = int(given.most, 1);
  return most === null ? null : { items: list(given.items, readBagItem), links: list(given.links, readBagLink), most };
}

export const getBag = () => askFor('/api/bag', readBag);
export const putIntoBag = (stand: string, material: string) => ask('/api/bag', nothing, 'POST', { stand, material });
export const removeFromBag = (stand: string, material: string) => ask(`/api/bag/items/${path(stand, material)}`, nothing, 'DELETE');
export const clearBag = () => ask('/api/bag', nothing, 'DELETE');
export const linkToBag = () => askFor('/api/bag/links', readNewLink, 'POST', {});
export const revokeBagLink = (link: string) => ask(`/api/bag/links/${path(link)}`, nothing, 'DELETE');
export const readSharedBag = (token: string) => ask('/api/bag/shared', (body) => list(fields(body).items, readBagItem), 'POST', { token });
/** Where all of it is to be had as one file. */
export const bagZip = '/api/bag/bag.zip';
/** The same by a link, sent as a form, so that what opens the bag stands in no address. */
export const sharedBagZip = '/api/bag/shared/bag.zip';
export const bagLinkCode = (link: string) => `/api/bag/links/${path(link)}/qr.svg`;
/** Where one looks at it. */
export const bagPage = '/tasche';

/** `/tasche#bag=…`: what opens somebody else's bag, or one's own on another device. */
export function bagInAddress(location: Pick<Location, 'hash'>): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('bag');
}
