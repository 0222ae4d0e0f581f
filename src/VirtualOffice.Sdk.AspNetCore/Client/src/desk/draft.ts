import { ApiError } from "../api";
import { Store } from "../store";

export type Saving = "saved" | "saving" | "local";

const pause = 500;
const longest = 1500;
const again = 2000;
const prefix = "virtualoffice-draft:";

/**
 * What is typed of a call: at once in this browser, within two seconds in the call's journal. A reload, a crash of the browser or of the office, or another tab finds it again; what this
 * browser could not send yet is sent when the call is opened again.
 */
export class Draft {
  readonly fields: Store<Record<string, string>>;
  readonly saving = new Store<Saving>("saved");
  readonly #saved: Record<string, string>;
  readonly #typed: Record<string, string>;
  readonly #dirty = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since: number | null = null;
  #isSending = false;

  constructor(readonly call: string, known: Record<string, string>, saved: Record<string, string>, private readonly send: (fields: Record<string, string>) => Promise<void>) {
    this.#saved = { ...saved };
    this.#typed = this.#read();
    this.fields = new Store({ ...known, ...saved, ...this.#typed });
    for (const name of Object.keys(this.#typed)) this.#dirty.add(name);
    if (this.#dirty.size > 0) this.#later();
  }

  set(name: string, value: string): void {
    this.fields.set({ ...this.fields.value, [name]: value });
    this.#typed[name] = value;
    this.#dirty.add(name);
    try {
      localStorage.setItem(prefix + this.call, JSON.stringify(this.#typed));
    } catch {
      // A full storage leaves the server's copy.
    }

    this.#later();
  }

  // Whoever types without a pause is not kept waiting for one.
  #later(): void {
    this.saving.set("saving");
    this.#since ??= Date.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), Math.max(0, Math.min(pause, this.#since + longest - Date.now())));
  }

  async #save(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      while (this.#dirty.size > 0) {
        const names = [...this.#dirty];
        this.#dirty.clear();
        this.#since = null;
        const changed = Object.fromEntries(names.map((name) => [name, this.fields.value[name] ?? ""] as const).filter(([name, value]) => value !== (this.#saved[name] ?? "")));
        try {
          if (Object.keys(changed).length > 0) await this.send(changed);
        } catch (error) {
          if (!(error instanceof ApiError && error.status === 404)) {
            for (const name of names) this.#dirty.add(name);
            throw error;
          }
          // The call is somebody else's now.
        }

        Object.assign(this.#saved, changed);
      }

      for (const name of Object.keys(this.#typed)) delete this.#typed[name];
      localStorage.removeItem(prefix + this.call);
      this.saving.set("saved");
    } catch {
      this.saving.set("local");
      this.#timer = setTimeout(() => void this.#save(), again);
    } finally {
      this.#isSending = false;
    }
  }

  #read(): Record<string, string> {
    try {
      return JSON.parse(localStorage.getItem(prefix + this.call) ?? "{}") as Record<string, string>;
    } catch {
      return {};
    }
  }
}
