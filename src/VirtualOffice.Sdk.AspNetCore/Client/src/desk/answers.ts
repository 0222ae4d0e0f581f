import { ApiError } from "../api";
import { t } from "../i18n";
import { Store } from "../store";
import type { ScriptField } from "../types";
import { asSent, check } from "./check";
import type { DeskController } from "./controller";
import type { Draft } from "./draft";

const pause = 400;
const longest = 1500;
const nameOf = (field: ScriptField) => `script:${field.name}`;

/** The answers that are being typed. One that may be kept is saved while it is typed; one that may not yet is a draft. What must not be shown is in no draft. */
export class Answers {
  readonly problems = new Store<Record<string, string>>({});
  /** Fields whose saved answer was cleared, and is taken back when the person is through with the field. */
  readonly emptied = new Store<Record<string, boolean>>({});
  readonly #masked = new Store<Record<string, string>>({});
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #since = new Map<string, number>();
  #last: Promise<unknown> = Promise.resolve();
  #canSave = true;

  constructor(private readonly controller: DeskController, private readonly draft: Draft) {}

  get masked(): Store<Record<string, string>> {
    return this.#masked;
  }

  /** What is typed and not saved yet; undefined for nothing. */
  typed(field: ScriptField): string | undefined {
    if (this.emptied.value[field.name]) return "";
    return field.isMasked ? this.#masked.value[field.name] : this.draft.fields.value[nameOf(field)] || undefined;
  }

  set(field: ScriptField, text: string, isWhole = false, hasSaved = false): void {
    this.#keep(field, text);
    this.#empty(field, text === "" && hasSaved);
    this.#complain(field, null);
    const since = this.#since.get(field.name) ?? Date.now();
    this.#since.set(field.name, since);
    clearTimeout(this.#timers.get(field.name));
    const wait = isWhole ? 0 : Math.max(0, Math.min(pause, since + longest - Date.now()));
    this.#timers.set(field.name, setTimeout(() => void this.save(field, false), wait));
  }

  /** The line has moved: answers are saved while the operator talks with the caller. */
  allow(fields: ScriptField[], canSave: boolean): void {
    this.#canSave = canSave;
    if (canSave) for (const field of fields) if (this.typed(field) !== undefined) void this.save(field, false);
  }

  /** Saves what is typed; false when it may not be kept, which is said when the person is through with it. */
  async save(field: ScriptField, isThrough: boolean): Promise<boolean> {
    clearTimeout(this.#timers.get(field.name));
    const text = this.typed(field);
    if (text === undefined) return true;
    const isTakenBack = text.trim() === "";
    if (isTakenBack && !isThrough) return true;
    const problem = isTakenBack ? null : check(field, text);
    if (problem !== null) {
      if (isThrough) this.#complain(field, problem);
      return false;
    }

    if (!this.#canSave) return false;
    this.#since.delete(field.name);
    const saving = this.#last.catch(() => undefined).then(() => this.controller.note("PUT", `script/answers/${encodeURIComponent(field.name)}`, { value: isTakenBack ? "" : asSent(field, text) }));
    this.#last = saving;
    try {
      await saving;
      if (this.typed(field) === text) {
        this.#keep(field, "");
        this.#empty(field, false);
      }

      return true;
    } catch (error) {
      if (error instanceof ApiError) {
        if (isThrough || error.title === "Invalid") this.#complain(field, error.title === "Invalid" ? (check(field, text) ?? t(`check.${field.type}`)) : error.message);
      } else {
        this.#timers.set(field.name, setTimeout(() => void this.save(field, false), 2000));
      }

      return false;
    }
  }

  #keep(field: ScriptField, text: string): void {
    if (field.isMasked) {
      const { [field.name]: _, ...others } = this.#masked.value;
      this.#masked.set(text === "" ? others : { ...others, [field.name]: text });
    } else {
      this.draft.set(nameOf(field), text);
    }
  }

  #empty(field: ScriptField, isEmptied: boolean): void {
    if ((this.emptied.value[field.name] ?? false) !== isEmptied) this.emptied.set({ ...this.emptied.value, [field.name]: isEmptied });
  }

  #complain(field: ScriptField, problem: string | null): void {
    if ((this.problems.value[field.name] ?? null) === problem) return;
    const { [field.name]: _, ...others } = this.problems.value;
    this.problems.set(problem === null ? others : { ...others, [field.name]: problem });
  }
}
