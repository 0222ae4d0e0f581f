import { phone } from "../format";
import { t, word } from "../i18n";
import type { DeskCall, Transfer } from "../types";
import { Since } from "../ui/parts";

/** A transfer under way: every attempt as it happens, and what to do once somebody is there. */
export function TransferPanel(props: { call: DeskCall; transfer: Transfer; post: (path: string, body?: unknown) => void }) {
  const { transfer, post } = props;
  const employee = props.call.company.employees.find((each) => each.id === transfer.employee);
  const name = employee?.name ?? transfer.employee;
  return (
    <div class="transfer">
      <h2>{t("transfer.title", { name })}</h2>
      <ol class="attempts">
        {transfer.attempts.map((attempt, i) => (
          <li key={i} class={attempt.result ? "over" : "open"}>
            <span>{phone(attempt.number)}</span>
            {attempt.result ? <span class={`attempt a-${attempt.result}`}>{word("attempt", attempt.result)}</span>
              : <span class="attempt live">{attempt.answeredAt ? t("transfer.answered") : t("transfer.dialling")} <Since at={attempt.answeredAt ?? attempt.at} /></span>}
          </li>
        ))}
        {employee?.numbers.slice(transfer.attempts.length).map((number) => <li key={number.number} class="planned"><span>{phone(number.number)}</span><span class="attempt">{word("kind", number.kind)}</span></li>)}
      </ol>
      {transfer.consult && <p>{t(`transfer.with.${transfer.consult}`, { name })}</p>}
      <div class="row">
        {transfer.consult && <button type="button" class="primary" onClick={() => post("transfer/complete")}>{t("transfer.complete")} <kbd>C</kbd></button>}
        {transfer.consult && <button type="button" onClick={() => post("transfer/consult", { with: transfer.consult === "Employee" ? "Caller" : "Employee" })}>
          {transfer.consult === "Employee" ? t("transfer.caller") : t("transfer.employee", { name })} <kbd>S</kbd></button>}
        {transfer.consult && transfer.consult !== "Everybody" && <button type="button" onClick={() => post("transfer/consult", { with: "Everybody" })}>{t("transfer.everybody")} <kbd>E</kbd></button>}
        <button type="button" onClick={() => post("transfer/take-back")}>{t("transfer.back")} <kbd>T</kbd></button>
      </div>
    </div>
  );
}
