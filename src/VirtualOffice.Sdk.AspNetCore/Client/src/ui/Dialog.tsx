import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../i18n";

/** A window above the page; Escape closes it, and the focus goes back where it was. */
export function Dialog(props: { title: string; onClose: () => void; children: ComponentChildren; wide?: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} class={props.wide ? "wide" : ""} aria-label={props.title} onCancel={(e) => { e.preventDefault(); props.onClose(); }} onClick={(e) => e.target === dialog.current && props.onClose()}>
      <header class="dialog-head">
        <h2>{props.title}</h2>
        <button type="button" class="quiet" onClick={props.onClose} aria-label={t("close")}>✕</button>
      </header>
      <div class="dialog-body">{props.children}</div>
    </dialog>
  );
}
