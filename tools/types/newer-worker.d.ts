// What service workers have and the oldest TypeScript we check with does not know yet.

interface AbortController {
  abort(): void;
}
