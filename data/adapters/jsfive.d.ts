/** The part of jsfive that is used; the package brings no types. */
declare module 'jsfive' {
  export class File {
    constructor(bytes: ArrayBuffer, name: string);
    /** A dataset by its path. Throws texts and errors where there is none or the file is damaged. */
    get(path: string): { readonly shape: readonly number[]; readonly value: unknown };
  }
}
