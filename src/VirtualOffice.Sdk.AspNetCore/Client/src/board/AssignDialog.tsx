import { useState } from "preact/hooks";
import { request } from "../api";
import { t } from "../i18n";
import type { Badge, BoardOperator } from "../types";
import { Dialog } from "../ui/Dialog";

/** Which companies an operator serves. The server knows how many are too many, and says why. */
export function AssignDialog(props: { operator: BoardOperator; companies: Badge[]; onClose: () => void }) {
  const [chosen, setChosen] = useState(() => props.operator.companies);
  const [refused, setRefused] = useState("");
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((c) => c !== id) : [...chosen, id]);
  const save = () => request("PUT", `board/operators/${props.operator.id}/companies`, { companies: chosen })
    .then(props.onClose, (e: unknown) => setRefused(e instanceof Error ? e.message : String(e)));
  return (
    <Dialog title={t("assign.title", { name: props.operator.name })} onClose={props.onClose}>
      <form onSubmit={(e) => { e.preventDefault(); void save(); }}>
        <p class="dim">{t("assign.note")}</p>
        <fieldset><legend class="sr">{t("board.serves")}</legend>
          {props.companies.map((company) => (
            <p key={company.id}><label><input type="checkbox" checked={chosen.includes(company.id)} onChange={() => toggle(company.id)} /> {company.name}</label></p>
          ))}
        </fieldset>
        {refused && <p class="bad" role="alert">{refused}</p>}
        <button>{t("assign.save")}</button>
      </form>
    </Dialog>
  );
}
