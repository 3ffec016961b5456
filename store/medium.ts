/** Bytes under a name, as a listing shows them. */
export interface Listed {
  readonly name: string;
  readonly bytes: number;
  /** By the clock of the medium, in ms since 1970. */
  readonly modifiedAt: number;
}

/**
 * Named bytes in one place that several processes share: a folder or a bucket. Names are relative paths with `/`.
 * Whatever is written under a name is there whole or not at all, and stays when the machine loses its power.
 */
export interface Medium {
  /** Where it is, for people and messages. */
  readonly location: string;
  /** The full name of something in it, for people and messages. */
  describe(name: string): string;
  /** Small bytes; undefined when there are none. */
  read(name: string): Promise<Uint8Array | undefined>;
  /**
   * A file of this machine with the bytes under a name, for reading only; undefined when there are none. A medium that
   * keeps copies on this machine makes a new one when asked to.
   */
  fetch(name: string, makesNewCopy?: boolean): Promise<string | undefined>;
  size(name: string): Promise<number | undefined>;
  /** Replaces what had the name before. */
  write(name: string, bytes: string | Uint8Array): Promise<void>;
  /**
   * Takes over a file in the `tmp` folder of the store's work folder; replaces what had the name before. A medium may
   * keep what is there instead where the name says what the bytes are and their number is right.
   */
  adopt(name: string, file: string): Promise<void>;
  /** Writes unless the name is taken. False: another was first, and nothing changed. */
  create(name: string, bytes: string | Uint8Array): Promise<boolean>;
  /** Everything below a folder, whose name ends with `/`, in no particular order. */
  list(folder: string): Promise<readonly Listed[]>;
  /** Removes what is there; nothing happens when there is nothing. */
  remove(name: string): Promise<void>;
  /** Sets bytes aside, out of the way of every reader; says where they are now. */
  quarantine(name: string): Promise<string>;
  /** Clears away what began longer ago than this, in ms, and never became whole; says how many things. */
  sweep?(olderThanMs: number): Promise<number>;
}
