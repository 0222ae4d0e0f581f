import { useEffect } from "preact/hooks";
import { Store, useStore } from "./store";

// Timers are the server's: what differs is only how the browser's clock goes.
let skew = 0;
const second = new Store(0);
let ticking: ReturnType<typeof setInterval> | undefined;
let watchers = 0;

export function serverSays(at: string): void {
  skew = Date.parse(at) - Date.now();
}

export const now = () => Date.now() + skew;

/** The server's time, every second. */
export function useNow(): number {
  useStore(second);
  useEffect(() => {
    watchers++;
    ticking ??= setInterval(() => second.set(second.value + 1), 1000);
    return () => {
      if (--watchers === 0) {
        clearInterval(ticking);
        ticking = undefined;
      }
    };
  }, []);
  return now();
}
