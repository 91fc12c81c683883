import { ask, askFor, nothing, path } from '../house/ask';
import { list } from '../room/readFields';
import { readEditResult, readEditResults, readStandDraft, type HostRight, type StandEdit } from './standDraft';
import { readCard, readStandLink, readStandView } from './standViews';

export type LinkDraft = { label: string; owner: boolean; rights: readonly HostRight[]; expires: Date; uses: number };

const at = (stand: string, ...rest: (string | number)[]) => `/api/stands/${path(stand, ...rest)}`;

export const listStands = () => ask('/api/stands', (body) => list(body, readCard));
export const createStand = (room: string, area: string) => askFor('/api/stands', readCard, 'POST', { room, area });
export const getStand = (stand: string) => askFor(at(stand), readStandView);
export const getDraft = (stand: string) => askFor(at(stand, 'draft'), readStandDraft);
export const sendEdits = (stand: string, edits: readonly StandEdit[]) => ask(at(stand, 'edits'), readEditResults, 'POST', { edits });
export const undoChange = (stand: string, revision: number) => askFor(at(stand, 'undo'), (body) => readEditResults(body)[0] ?? readEditResult(body), 'POST', { revision });
export const publishStand = (stand: string, published: boolean) => ask(at(stand, 'published'), nothing, 'PUT', { published });
export const nameHost = (stand: string, member: string, rights: readonly HostRight[]) => ask(at(stand, 'hosts', member), nothing, 'PUT', { rights });
export const removeHost = (stand: string, member: string) => ask(at(stand, 'hosts', member), nothing, 'DELETE');
export const inviteToStand = (stand: string, draft: LinkDraft) => askFor(at(stand, 'invitations'), (body) => readStandLink(body, location.origin), 'POST', draft);
/** `material` is the id of one; empty for the whole stand. */
export const takeDown = (stand: string, reason: string, material: string) => ask(at(stand, 'down'), nothing, 'PUT', { reason, material });
export const putBack = (stand: string, material: string) => ask(`${at(stand, 'down')}?material=${encodeURIComponent(material)}`, nothing, 'DELETE');
/** Reports a stand to the moderators; `material` as above. */
export const reportStand = (stand: string, reason: string, material: string) => ask(at(stand, 'reports'), nothing, 'POST', { reason, material });
/** Where an uploaded file is read. */
export const fileAddress = (file: string) => `/api/files/${path(file)}`;
/** Where a picture of it is shown, no wider than so many pixels: the house has drawn it itself, whatever the file is. */
export const pictureAddress = (file: string, width: 96 | 320 | 960) => `${fileAddress(file)}/${width}`;
/** Where a stand is set up. */
export const pageOf = (stand: string) => `/stand/${path(stand)}`;
