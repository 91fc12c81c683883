const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0],
  KeyW: [0, -1], KeyS: [0, 1], KeyA: [-1, 0], KeyD: [1, 0],
};

/** Which keys of walking are held, and in which direction they lead together. By place on the keyboard, so that WASD is a cross on each layout. */
export class Keys {
  private readonly held = new Set<string>();

  /** False when it is no key of walking, or letters are switched off. */
  knows(code: string, letters: boolean): boolean {
    return code in directions && (letters || !code.startsWith('Key'));
  }

  /** False when it is none. */
  press(code: string, letters: boolean): boolean {
    if (!this.knows(code, letters)) return false;
    this.held.add(code);
    return true;
  }

  /** False when it was not held. */
  release(code: string): boolean {
    return this.held.delete(code);
  }

  releaseAll(): void {
    this.held.clear();
  }

  get direction(): readonly [number, number] {
    let [x, y] = [0, 0];
    for (const code of this.held) {
      x += directions[code][0];
      y += directions[code][1];
    }
    return [Math.sign(x), Math.sign(y)];
  }
}
