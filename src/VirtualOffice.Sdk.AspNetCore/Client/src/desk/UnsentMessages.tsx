import { useState } from "preact/hooks";
import { phone } from "../format";
import { t } from "../i18n";
import type { DeskController } from "./controller";
import { NotesPanel } from "./NotesPanel";
import type { Unsent } from "./useUnsent";

/** Messages of earlier calls that are not sent yet, beside the call at the desk: each opens to be sent or discarded. */
export function UnsentMessages(props: { unsent: Unsent[]; controller: DeskController; close: (unsent: Unsent) => void }) {
  const [open, setOpen] = useState<string | null>(null);
  const [recipient, setRecipient] = useState("");
  return (
    <>
      {props.unsent.map((each) => {
        const { call } = each;
        const isOpen = open === call.id;
        return (
          <section key={call.id} class="unsent" aria-label={t("unsent.title")}>
            <p class="work-line"><span><strong>{t("unsent.title")}</strong> · {call.company.name} · {call.caller.knownAs ?? call.caller.name ?? (call.caller.number ? phone(call.caller.number) : t("call.withheld"))}</span>
              <button type="button" class="small" aria-expanded={isOpen} onClick={() => { setRecipient(""); setOpen(isOpen ? null : call.id); }}>{t("unsent.open")}</button></p>
            {isOpen && <NotesPanel call={call} draft={each.draft} controller={props.controller} recipient={recipient} onRecipient={setRecipient} isAside onClose={() => props.close(each)} />}
          </section>
        );
      })}
    </>
  );
}
