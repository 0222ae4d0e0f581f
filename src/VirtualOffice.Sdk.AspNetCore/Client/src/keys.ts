import { useLayoutEffect } from "preact/hooks";
import { settings } from "./settings";

export type Keys = Record<string, (() => void) | null | undefined>;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement);

/** Keys of the page: with Alt everywhere, alone while nobody types and unless they are switched off. By the key's place, so that a Russian layout has the same. */
export function useKeys(keys: Keys): void {
  // With the page that shows what a key does, not a moment after it.
  useLayoutEffect(() => {
    const listen = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.metaKey || e.repeat || document.querySelector("dialog[open]")) return;
      if (!e.altKey && (!settings.value.singleKeys || isTyping(e.target))) return;
      const name = e.key === "?" || e.key === "/" ? e.key : e.code.startsWith("Key") ? e.code.slice(3).toLowerCase() : e.code.startsWith("Digit") ? e.code.slice(5) : e.key;
      const act = keys[name];
      if (act) {
        e.preventDefault();
        act();
      }
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  });
}
