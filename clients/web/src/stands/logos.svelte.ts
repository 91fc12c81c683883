import { pictureAddress } from './standApi';

/** Logos kept; a room has no more stands than that. */
const kept = 200;

/** The logos of the stands on the floor. One that cannot be had is asked for no more; the sign says who it is anyway. */
class Logos {
  private here = $state.raw<ReadonlyMap<string, HTMLImageElement>>(new Map());
  private readonly asked = new Set<string>();

  of(file: string): HTMLImageElement | null {
    return this.here.get(file) ?? null;
  }

  fetch(file: string): void {
    if (file === '' || this.asked.has(file)) return;
    this.asked.add(file);
    const picture = new Image();
    picture.addEventListener('load', () => { this.here = new Map([...this.here, [file, picture] as const].slice(-kept)); });
    picture.src = pictureAddress(file, 320);
  }
}

export const logos = new Logos();
