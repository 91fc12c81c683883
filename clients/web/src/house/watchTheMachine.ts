import { house } from './house.svelte';

const beat = 1000;
const slept = 5000;

/** Notices what happens to the machine under the page: sleep, another network, a tab in the background. */
export function watchTheMachine(): void {
  let last = Date.now();
  let hiddenSince = 0;
  setInterval(() => {
    const now = Date.now();
    const gap = now - last;
    last = now;
    // timers stand still while a laptop sleeps; in a tab in the background they are merely slow
    if (gap > slept + beat && !document.hidden) house.check();
  }, beat);
  window.addEventListener('online', () => house.check());
  window.addEventListener('pagehide', () => house.halt());
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      hiddenSince = Date.now();
      house.halt();
    } else if (Date.now() - hiddenSince > slept) house.check();
  });
}
