import { duration } from "../format";
import { t } from "../i18n";
import { useStore } from "../store";
import type { DeskSnapshot } from "../types";
import { CompanyName } from "../ui/parts";
import { complain } from "../ui/toast";
import type { DeskController } from "./controller";

/** Between calls: nothing asks for attention. */
export function IdlePanel(props: { snapshot: DeskSnapshot; controller: DeskController }) {
  const { operator } = props.snapshot;
  const { today } = useStore(props.controller.state);
  const isReady = operator.state === "Available" || operator.state === "Offered";
  return (
    <div class="idle-panel">
      <h2>{operator.state === "Break" ? t("idle.break") : operator.state === "Offline" ? t("idle.off") : t("idle.ready")}</h2>
      {!isReady && operator.state !== "WrapUp" && <>
        <p>{t("idle.hint")}</p>
        <p><button type="button" class="primary big" onClick={() => props.controller.command("POST", "desk/state", { state: "Available" }).catch(complain)}>{t("do.ready")} <kbd>R</kbd></button></p>
      </>}
      <h3>{t("board.serves")}</h3>
      <ul class="plain">{operator.companies.map((company) => <li key={company.id}><CompanyName company={company} /></li>)}</ul>
      {today && <>
        <h3>{t("today.title")}</h3>
        <dl class="numbers">
          <div><dt>{t("today.calls")}</dt><dd>{today.calls}</dd></div>
          <div><dt>{t("today.transferred")}</dt><dd>{today.transferred}</dd></div>
          <div><dt>{t("today.messages")}</dt><dd>{today.messages}</dd></div>
          <div><dt>{t("today.average")}</dt><dd>{duration(today.averageTalkSeconds * 1000)}</dd></div>
        </dl>
      </>}
    </div>
  );
}
