import { ApiError, Unreachable } from "../api";
import { t, word } from "../i18n";
import { Store, useStore } from "../store";

interface Toast { id: number; text: string; isBad: boolean }

const toasts = new Store<Toast[]>([]);
let next = 1;

function show(text: string, isBad: boolean): void {
  const id = next++;
  toasts.set([...toasts.value.slice(-2), { id, text, isBad }]);
  setTimeout(() => dismiss(id), isBad ? 8000 : 4000);
}

const dismiss = (id: number) => toasts.set(toasts.value.filter((toast) => toast.id !== id));

export const say = (text: string) => show(text, false);

/** What went wrong, in words for the person where there are some. */
export function wordsOf(error: unknown): string {
  if (error instanceof Unreachable) return t("error.Unreachable");
  if (error instanceof ApiError && word("error", error.title) !== error.title) return word("error", error.title);
  return t("error.other", { why: error instanceof Error ? error.message : String(error) });
}

/** Says what went wrong. */
export const complain = (error: unknown) => show(wordsOf(error), true);

export function Toasts() {
  const shown = useStore(toasts);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown.map((toast) => (
        <p key={toast.id} class={toast.isBad ? "toast bad" : "toast"}>
          {toast.text}
          <button type="button" class="quiet" aria-label={t("close")} onClick={() => dismiss(toast.id)}>✕</button>
        </p>
      ))}
    </div>
  );
}
