export class TooLate extends Error {}

/** The promise's outcome, or `TooLate` after this many milliseconds: no call may hang for ever. */
export function inTime<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TooLate()), milliseconds);
    promise.then(
      (value) => { clearTimeout(timer); resolve(value); },
      (error: unknown) => { clearTimeout(timer); reject(error); },
    );
  });
}

/** A pause that can be cut short. */
export class Pause {
  private wake: (() => void) | null = null;

  for(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => { clearTimeout(timer); this.wake = null; resolve(); };
      const timer = setTimeout(done, milliseconds);
      this.wake = done;
    });
  }

  cutShort(): void {
    this.wake?.();
  }
}
