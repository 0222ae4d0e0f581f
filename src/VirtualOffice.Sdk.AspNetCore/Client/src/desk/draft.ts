import { request } from "../api";
import { Store } from "../store";

export type Saving = "saved" | "saving" | "local";

const wait = 600;
const prefix = "virtualoffice-draft:";

/**
 * What is typed of a call: at once in this browser, within two seconds at the server. A reload, a crash or another tab finds it again; what this browser could not send yet
 * is sent when the call is opened again.
 */
export class Draft {
  readonly fields: Store<Record<string, string>>;
  readonly saving = new Store<Saving>("saved");
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSending = false;
  #isDirty = false;

  constructor(readonly call: string, saved: Record<string, string>) {
    const local = this.#read();
    this.fields = new Store({ ...saved, ...local });
    if (local) this.#later();
  }

  set(name: string, value: string): void {
    this.fields.set({ ...this.fields.value, [name]: value });
    try {
      localStorage.setItem(prefix + this.call, JSON.stringify(this.fields.value));
    } catch {
      // A full storage leaves the server's copy.
    }

    this.#later();
  }

  #later(): void {
    this.#isDirty = true;
    this.saving.set("saving");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), wait);
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      while (this.#isDirty) {
        this.#isDirty = false;
        await request("PUT", `desk/calls/${this.call}/draft`, this.fields.value);
      }

      localStorage.removeItem(prefix + this.call);
      this.saving.set("saved");
    } catch {
      this.#isDirty = true;
      this.saving.set("local");
      this.#timer = setTimeout(() => void this.#send(), 2000);
    } finally {
      this.#isSending = false;
    }
  }

  #read(): Record<string, string> | null {
    try {
      const text = localStorage.getItem(prefix + this.call);
      return text ? (JSON.parse(text) as Record<string, string>) : null;
    } catch {
      return null;
    }
  }
}
