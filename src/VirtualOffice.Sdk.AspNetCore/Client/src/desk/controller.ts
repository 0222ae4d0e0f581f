import { ApiError, request } from "../api";
import { serverSays } from "../clock";
import { connect, invoke, link, onChanged, reader } from "../live";
import { Store } from "../store";
import type { DeskSnapshot, Today, Work } from "../types";

export interface DeskState {
  snapshot: DeskSnapshot | null;
  epoch: number;
  isFenced: boolean;
  hasLapsed: boolean;
  work: Work;
  today: Today | null;
  isBusy: boolean;
}

/** The operator's desk: what the server says, and commands to it. The server's snapshot is the truth; nothing is shown as done before it says so. */
export class DeskController {
  readonly state = new Store<DeskState>({
    snapshot: null, epoch: 0, isFenced: false, hasLapsed: false, work: { deliveries: [], callbacks: [] }, today: null, isBusy: false,
  });

  readonly #waiting = new Map<string, Promise<void>>();
  #last: Promise<void> = Promise.resolve();

  constructor(private readonly operator: string) {}

  async open(): Promise<void> {
    await this.#takeOver();
    const read = reader(() => request<DeskSnapshot>("GET", "desk"), (snapshot) => this.#show(snapshot));
    onChanged(`operator:${this.operator}`, (version) => {
      if (version > (this.state.value.snapshot?.version ?? 0)) void read();
    });
    onChanged("queues", () => void this.#readQueues());
    onChanged("work", () => void this.#readWork());
    connect(
      async () => {
        if (this.state.value.isFenced) return;
        if (!(await invoke<boolean>("Attach", this.state.value.epoch))) await this.#lost();
        await Promise.all([read(), this.#readWork(), this.#readToday()]);
      },
      () => void this.#renew(),
    );
  }

  /** Works here again, after another tab took over. */
  async takeBack(): Promise<void> {
    await this.#takeOver();
    await invoke<boolean>("Attach", this.state.value.epoch);
    this.#show(await request<DeskSnapshot>("GET", "desk"));
  }

  /**
   * A command to the office, for the situation that is on the screen now. One after the other: what is pressed while another is carried out waits for its turn, and the same key pressed twice is
   * not a second command.
   */
  command(method: string, path: string, body?: unknown, key: string = crypto.randomUUID()): Promise<void> {
    const { snapshot, epoch } = this.state.value;
    if (!snapshot) return Promise.resolve();
    const what = `${method} ${path} ${JSON.stringify(body)}`;
    const same = this.#waiting.get(what);
    if (same) return same;
    const headers = { "Idempotency-Key": key, "Desk-Epoch": String(epoch), ...seenOf(snapshot) };
    const run = this.#last.then(() => this.#carryOut(what, method, path, body, headers));
    this.#waiting.set(what, run);
    this.#last = run.catch(() => undefined);
    this.state.change({ isBusy: true });
    return run;
  }

  /** Something about the call that is kept beside whatever else is being done: it waits for nothing and holds nothing up. */
  async note(method: string, path: string, body: unknown): Promise<void> {
    const call = this.state.value.snapshot?.call;
    if (call) this.#show(await this.#send<DeskSnapshot>(method, `desk/calls/${call.id}/${path}`, body));
  }

  /** Keeps what is typed of a call; its fields that changed. */
  keep(call: string, fields: Record<string, string>): Promise<void> {
    return this.#send("PUT", `desk/calls/${call}/draft`, fields);
  }

  call(method: string, path: string, body?: unknown, key?: string): Promise<void> {
    const call = this.state.value.snapshot?.call;
    return call ? this.command(method, `desk/calls/${call.id}/${path}`, body, key) : Promise.resolve();
  }

  async work(path: string, body?: unknown): Promise<void> {
    await request("POST", `desk/work/${path}`, body);
    await this.#readWork();
  }

  dismissLapse = () => this.state.change({ hasLapsed: false });

  async #carryOut(what: string, method: string, path: string, body: unknown, headers: Record<string, string>): Promise<void> {
    try {
      this.#show(await this.#persist<DeskSnapshot>(method, path, body, headers));
    } catch (error) {
      if (error instanceof ApiError && error.title === "Fenced") await this.#lost();
      throw error;
    } finally {
      this.#waiting.delete(what);
      this.state.change({ isBusy: this.#waiting.size > 0 });
    }
  }

  async #send<T>(method: string, path: string, body: unknown): Promise<T> {
    const { snapshot, epoch } = this.state.value;
    try {
      return await this.#persist<T>(method, path, body, { "Idempotency-Key": crypto.randomUUID(), "Desk-Epoch": String(epoch), ...seenOf(snapshot) });
    } catch (error) {
      if (error instanceof ApiError && error.title === "Fenced") await this.#lost();
      throw error;
    }
  }

  // A connection that breaks under a command leaves open whether it was carried out: the same id again tells, and has no second effect.
  async #persist<T>(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<T> {
    try {
      return await request<T>(method, path, body, headers);
    } catch (error) {
      if (error instanceof ApiError) throw error;
      await new Promise((done) => setTimeout(done, 700));
      return await request<T>(method, path, body, headers);
    }
  }

  #show(snapshot: DeskSnapshot): void {
    if (snapshot.version < (this.state.value.snapshot?.version ?? 0)) return;
    serverSays(snapshot.at);
    const before = this.state.value.snapshot;
    // Another desk was opened since: it says so at once, and not when the server next asks who is there.
    this.state.change({ snapshot, isFenced: this.state.value.isFenced || (this.state.value.epoch !== 0 && snapshot.epoch > this.state.value.epoch) });
    if (before?.operator.state === "OnCall" && snapshot.operator.state !== "OnCall") void this.#readToday();
  }

  async #takeOver(): Promise<void> {
    const session = await request<{ epoch: number }>("POST", "desk/session");
    this.state.change({ epoch: session.epoch, isFenced: false });
  }

  async #renew(): Promise<void> {
    if (!this.state.value.isFenced && !(await invoke<boolean>("Renew", this.state.value.epoch))) await this.#lost();
  }

  /** The server does not know this desk any more: another one is open, or it was silent for too long. */
  async #lost(): Promise<void> {
    const snapshot = await request<DeskSnapshot>("GET", "desk");
    if (snapshot.epoch !== 0 && snapshot.epoch !== this.state.value.epoch) {
      this.state.change({ isFenced: true });
      return;
    }

    await this.#takeOver();
    await invoke<boolean>("Attach", this.state.value.epoch);
    this.state.change({ hasLapsed: snapshot.operator.state === "Offline" });
    this.#show(await request<DeskSnapshot>("GET", "desk"));
  }

  #readQueues = reader(() => request<DeskSnapshot["queues"]>("GET", "desk/queues"), (queues) => {
    const { snapshot } = this.state.value;
    if (snapshot) this.state.change({ snapshot: { ...snapshot, queues } });
  });

  #readWork = reader(() => request<Work>("GET", "desk/work"), (work) => this.state.change({ work }));

  #readToday = reader(() => request<Today>("GET", `desk/today?offsetMinutes=${-new Date().getTimezoneOffset()}`), (today) => this.state.change({ today }));
}

const seenOf = (snapshot: DeskSnapshot | null): Record<string, string> =>
  ({ "Desk-Version": String(snapshot?.version ?? 0), ...(snapshot?.call ? { "Desk-Situation": snapshot.call.situation } : {}) });

export { link };
