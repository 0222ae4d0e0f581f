import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { phone } from "../format";
import { t, word } from "../i18n";
import type { DeskCall, Employee } from "../types";

const plain = (text: string) => text.toLocaleLowerCase().replace(/[\s()-]/g, "");

/** The company's people: who, at which numbers in which order, and one key to connect. */
export function PeoplePanel(props: {
  call: DeskCall; search: RefObject<HTMLInputElement | null>; canTransfer: boolean; post: (path: string, body?: unknown) => void; onMessage: (employee: string) => void;
}) {
  const [wanted, setWanted] = useState("");
  const needle = plain(wanted);
  const found = props.call.company.employees.filter((e) => plain(`${e.name}${e.department ?? ""}`).includes(needle) || e.numbers.some((n) => n.number.includes(needle)));
  const transfer = (employee: Employee, kind: string | null) => props.post("transfer", { employee: employee.id, kind });
  return (
    <div class="people">
      <input
        ref={props.search} type="search" class="search" aria-label={t("people.search")} placeholder={`${t("people.search")}  /`} value={wanted} onInput={(e) => setWanted(e.currentTarget.value)}
        onKeyDown={(e) => {
          const first = found[0];
          if (e.key === "Enter" && first && props.canTransfer && first.numbers.length > 0) transfer(first, null);
          if (e.key === "Escape") setWanted("");
        }}
      />
      {found.length === 0 && <p class="dim">{t("people.none")}</p>}
      <ul class="plain">
        {found.map((employee) => (
          <li key={employee.id} class="person">
            <div class="person-head">
              <strong>{employee.name}</strong>
              {employee.department && !employee.name.includes(employee.department) && <span class="dim">{employee.department}</span>}
            </div>
            {employee.pronunciation && <p class="dim">{t("card.pronounced", { how: employee.pronunciation })}</p>}
            <ol class="plan" aria-label={t("people.plan", { name: employee.name })}>
              {employee.numbers.length === 0 && <li>{t("people.nonumber")}</li>}
              {employee.numbers.map((number) => (
                <li key={number.number}>{phone(number.number)} <small>{[word("kind", number.kind), number.ringSeconds ? t("time.s", { n: number.ringSeconds }) : "", number.mustAccept ? t("accept.needed") : ""].filter(Boolean).join(" · ")}</small></li>
              ))}
            </ol>
            <p class="row">
              <button type="button" class="primary small" disabled={!props.canTransfer || employee.numbers.length === 0} onClick={() => transfer(employee, null)}>{t("people.connect")}</button>
              <button type="button" class="small" disabled={!props.canTransfer || employee.numbers.length === 0} onClick={() => transfer(employee, "Warm")}>{t("people.warm")}</button>
              <button type="button" class="small" onClick={() => props.onMessage(employee.id)}>{t("people.message")}</button>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
