import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n";
import { Dialog } from "../ui/Dialog";
import { complain } from "../ui/toast";
import type { DeskController } from "./controller";

const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];

/** Keys for the phone at the other end, one after the other as they are pressed. What was pressed is not shown. */
export function Keypad(props: { controller: DeskController; onClose: () => void }) {
  const [sent, setSent] = useState(0);
  const last = useRef<Promise<void>>(Promise.resolve());
  const press = (key: string) => {
    last.current = last.current.then(() => props.controller.note("POST", "keys", { keys: key })).then(() => setSent((count) => count + 1), complain);
  };
  // Whoever types at once is not to lose the first key.
  useLayoutEffect(() => {
    const listen = (e: KeyboardEvent) => {
      if (keys.includes(e.key) && !e.ctrlKey && !e.metaKey && !e.altKey) {
        e.preventDefault();
        press(e.key);
      }
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return (
    <Dialog title={t("line.keys")} onClose={props.onClose}>
      <div class="keypad">{keys.map((key) => <button key={key} type="button" class="big" onClick={() => press(key)}>{key}</button>)}</div>
      <p class="dim keys-sent" role="status">{sent === 0 ? t("line.keyshint") : `${"•".repeat(Math.min(sent, 32))} ${t("line.keyssent", { count: sent })}`}</p>
    </Dialog>
  );
}
