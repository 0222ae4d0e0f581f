import { phone } from "../format";
import { t, word } from "../i18n";
import type { Transfer } from "../types";
import { Since } from "../ui/parts";

/** A transfer under way: every attempt as it happens, who was passed over and why, and what to do once somebody is there. */
export function TransferPanel(props: { transfer: Transfer; post: (path: string, body?: unknown) => void }) {
  const { transfer, post } = props;
  const isOfSeveral = transfer.employee.includes(":") || [...transfer.attempts, ...transfer.planned].some((each) => each.name !== null && each.name !== transfer.name);
  const who = (each: { number: string; name: string | null }) => <span>{isOfSeveral && each.name ? <b>{each.name} </b> : null}{phone(each.number)}</span>;
  const talking = transfer.attempts.findLast((attempt) => attempt.answeredAt !== null && attempt.endedAt === null) ?? transfer.attempts.at(-1);
  const name = (transfer.consult && talking?.name) || transfer.name;
  return (
    <div class="transfer">
      <h2>{t("transfer.title", { name: transfer.employee.startsWith("number:") ? phone(transfer.name) : transfer.name })}</h2>
      <ol class="attempts">
        {transfer.attempts.map((attempt, i) => (
          <li key={i} class={attempt.result ? "over" : "open"}>
            {who(attempt)}
            {attempt.result ? <span class={`attempt a-${attempt.result}`}>{word("attempt", attempt.result)}</span>
              : <span class="attempt live">{attempt.answeredAt ? t("transfer.answered") : t("transfer.dialling")} <Since at={attempt.answeredAt ?? attempt.at} /></span>}
          </li>
        ))}
        {transfer.planned.map((planned) => <li key={planned.number} class="planned">{who(planned)}<span class="attempt">{word("kind", planned.kind)}</span></li>)}
        {transfer.skipped.map((skipped, i) => (
          <li key={`s${i}`} class="planned" title={skipped.detail}><span>{skipped.name ?? ""} {skipped.number ? phone(skipped.number) : ""}</span><span class="attempt">{word("skip", skipped.reason)}</span></li>
        ))}
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
