import { useState } from "preact/hooks";
import { t, word } from "../i18n";
import { useStore } from "../store";
import { PhoneDialog } from "./PhoneDialog";
import { phone } from "./softphone";

/** How the phone in this page is; opens its settings. Nothing where there is none. */
export function PhoneButton() {
  const { status, trouble } = useStore(phone);
  const [isOpen, setOpen] = useState(false);
  if (status === "none") return null;
  return (
    <>
      <button type="button" class={`phone ph-${trouble ? "trouble" : status}`} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <i aria-hidden="true" /><span>{trouble ? word("phone.trouble", trouble) : word("phone", status)}</span>
      </button>
      <p class="sr" role="status">{trouble ? `${t("phone.title")}: ${word("phone.trouble", trouble)}` : ""}</p>
      {isOpen && <PhoneDialog onClose={() => setOpen(false)} />}
    </>
  );
}
