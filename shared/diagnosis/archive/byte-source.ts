/** Bytes read piece by piece: a file of the terminal or of the browser, without holding it whole. Pure. */
export type Bytes = Uint8Array<ArrayBuffer>;

export type ByteSource = {
  /** As its folder shows it; inside a chosen folder with the path below it. */
  name: string;
  /** Bytes. */
  size: number;
  modifiedAt: Date | null;
  /** The bytes from `start`, fewer than `length` only at the end. */
  read(start: number, length: number): Promise<Bytes>;
};

/** What `File` and `Blob` have, and a `File` from a chosen folder. */
export type BlobLike = {
  readonly name?: string;
  readonly webkitRelativePath?: string;
  readonly lastModified?: number;
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
};

export function fromBlob(blob: BlobLike): ByteSource {
  return {
    name: blob.webkitRelativePath || blob.name || "",
    size: blob.size,
    modifiedAt: blob.lastModified === undefined ? null : new Date(blob.lastModified),
    read: async (start, length) => new Uint8Array(await blob.slice(start, start + length).arrayBuffer()),
  };
}
