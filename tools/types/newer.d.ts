// What browsers have and the oldest TypeScript we check with does not know yet.

interface WakeLockSentinel {
  readonly released: boolean;
  release(): Promise<void>;
}

interface Navigator {
  readonly wakeLock?: { request(kind: "screen"): Promise<WakeLockSentinel> };
}

declare class CompressionStream {
  constructor(format: "deflate");
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;
}
