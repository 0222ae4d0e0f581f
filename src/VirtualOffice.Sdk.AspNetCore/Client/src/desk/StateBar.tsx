import { useState } from "preact/hooks";
import { useNow } from "../clock";
import { duration } from "../format";
import { t } from "../i18n";
import type { DeskSnapshot } from "../types";
import { Dot, Since, State } from "../ui/parts";
import { complain } from "../ui/toast";
import type { DeskController } from "./controller";
import { WrapUp } from "./WrapUp";

/** What the operator is, for how long, what can be done about it, and who waits. */
export function StateBar(props: { controller: DeskController; snapshot: DeskSnapshot }) {
  const { controller, snapshot } = props;
  const { operator } = snapshot;
  const [isChoosing, setChoosing] = useState(false);
  const set = (state: string, reason: string | null = null) => {
    setChoosing(false);
    controller.command("POST", "desk/state", { state, reason }).catch(complain);
  };
  const isFree = operator.state === "Offline" || operator.state === "Break";
  return (
    <>
      <div class="state-bar">
        <State state={operator.state} reason={operator.state === "Break" || operator.state === "Offline" ? operator.reason : null} />
        {operator.state === "WrapUp" ? <WrapUp controller={controller} operator={operator} /> : <Since at={operator.since} />}
        {isFree && <button type="button" class="primary" onClick={() => set("Available")}>{t("do.ready")}</button>}
        <div class="menu">
          <button type="button" aria-haspopup="menu" aria-expanded={isChoosing} onClick={() => setChoosing(!isChoosing)}>{t("do.break")} ▾</button>
          {isChoosing && (
            <ul role="menu" onKeyDown={(e) => e.key === "Escape" && setChoosing(false)}>
              {operator.breakReasons.map((reason) => <li key={reason} role="none"><button type="button" role="menuitem" onClick={() => set("Break", reason)}>{reason}</button></li>)}
              <li role="none"><button type="button" role="menuitem" onClick={() => set("Offline")}>{t("do.offline")}</button></li>
            </ul>
          )}
        </div>
      </div>
      <Queues snapshot={snapshot} />
    </>
  );
}

function Queues(props: { snapshot: DeskSnapshot }) {
  const now = useNow();
  const { operator, queues } = props.snapshot;
  return (
    <ul class="queues" aria-label={t("queue.title")}>
      {operator.companies.map((company) => {
        const queue = queues.find((each) => each.company === company.id);
        const waiting = queue?.waiting ?? 0;
        return (
          <li key={company.id} class={waiting > 0 ? "some" : ""} title={`${company.name}: ${waiting === 0 ? t("queue.none") : waiting}`}>
            <Dot company={company} /><span class="queue-name">{company.name}</span> <b>{waiting}</b>
            {queue?.longestSince && <span class="timer">{duration(now - Date.parse(queue.longestSince))}</span>}
          </li>
        );
      })}
    </ul>
  );
}
