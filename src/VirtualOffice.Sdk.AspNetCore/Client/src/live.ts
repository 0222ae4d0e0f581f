import { HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";
import { Store } from "./store";

export type Link = "connecting" | "up" | "down";

/** Whether the server is heard. */
export const link = new Store<Link>("connecting");

const changed = new Map<string, (version: number) => void>();
let joined: (() => Promise<void>) | null = null;
let renewed: (() => void) | null = null;

const connection = new HubConnectionBuilder()
  .withUrl("./hub")
  .withAutomaticReconnect({ nextRetryDelayInMilliseconds: (retry) => Math.min(5000, 300 * 2 ** retry.previousRetryCount) })
  .configureLogging(LogLevel.None)
  .build();
connection.serverTimeoutInMilliseconds = 20_000;
connection.keepAliveIntervalInMilliseconds = 7_000;
connection.on("changed", (topic: string, version: number) => changed.get(topic)?.(version));
connection.on("renew", () => renewed?.());
connection.onreconnecting(() => link.set("down"));
connection.onreconnected(() => void join());
connection.onclose(() => {
  link.set("down");
  void start();
});

async function join(): Promise<void> {
  try {
    await joined?.();
    link.set("up");
  } catch {
    link.set("down");
    await connection.stop();
  }
}

async function start(): Promise<void> {
  for (let wait = 300; connection.state === HubConnectionState.Disconnected; wait = Math.min(5000, wait * 2)) {
    try {
      await connection.start();
      await join();
      return;
    } catch {
      link.set("down");
      await new Promise((done) => setTimeout(done, wait));
    }
  }
}

/** Connects, and joins again after every reconnection. */
export function connect(join: () => Promise<void>, renew?: () => void): void {
  joined = join;
  renewed = renew ?? null;
  // Another page of the desk has connected before.
  void (connection.state === HubConnectionState.Connected ? join() : start());
}

/** Listens to a topic. */
export const onChanged = (topic: string, tell: (version: number) => void) => changed.set(topic, tell);

export const invoke = <T>(method: string, ...values: unknown[]) => connection.invoke<T>(method, ...values);

const longestBreath = 3000;
const pause = (time: number) => new Promise<void>((done) => setTimeout(done, time));

/**
 * Reads something again whenever it is said to have changed: one request at a time, and one more when it changed meanwhile. What is large breathes: it rests three times as long as it
 * took to read and to draw, so that a page with much on it still answers.
 */
export function reader<T>(read: () => Promise<T>, use: (value: T) => void, how: { breathes?: boolean } = {}): () => Promise<void> {
  let reading: Promise<void> | null = null;
  let again = false;
  const run = async (): Promise<void> => {
    do {
      again = false;
      const began = performance.now();
      try {
        use(await read());
      } catch {
        // The link says that the server is away; what is shown is read again when it is back.
      }

      if (how.breathes) {
        await pause(0);
        await pause(Math.min(longestBreath, 3 * (performance.now() - began)));
      }
    } while (again);
    reading = null;
  };
  return () => {
    if (reading) {
      again = true;
      return reading;
    }

    return (reading = run());
  };
}
