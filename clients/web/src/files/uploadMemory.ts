import { readAddress, type UploadFile } from './uploadLine';

/**
 * Remembers which uploads of this tab are not finished: who loads the page anew, or whose browser has crashed, chooses the same file again and goes on where it
 * was. It is forgotten with the tab.
 */
export class UploadMemory {
  constructor(private readonly storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {}

  find(stand: string, file: UploadFile): string | null {
    return readAddress(this.try((storage) => storage.getItem(key(stand, file))));
  }

  keep(stand: string, file: UploadFile, address: string): void {
    this.try((storage) => storage.setItem(key(stand, file), address));
  }

  forget(stand: string, file: UploadFile): void {
    this.try((storage) => storage.removeItem(key(stand, file)));
  }

  /** A browser that stores nothing uploads all the same. */
  private try<T>(use: (storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) => T): T | null {
    try {
      return use(this.storage());
    } catch {
      return null;
    }
  }
}

function key(stand: string, { name, size, lastModified }: UploadFile): string {
  return `klapphaus.upload/${stand}/${size}/${lastModified}/${name}`;
}
