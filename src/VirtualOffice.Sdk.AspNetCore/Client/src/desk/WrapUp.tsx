import { now, useNow } from "../clock";
import { duration } from "../format";
import { t } from "../i18n";
import type { DeskOperator } from "../types";
import { complain } from "../ui/toast";
import type { DeskController } from "./controller";

const more = 60_000;
const soon = 10_000;

/** A minute more than is left; nothing to extend where the office sets no limit. */
export function extendWrapUp(controller: DeskController, operator: DeskOperator): (() => void) | null {
  if (operator.state !== "WrapUp" || !operator.wrapUpEnds) return null;
  const ends = Date.parse(operator.wrapUpEnds);
  return () => {
    const seconds = Math.ceil((Math.max(0, ends - now()) + more) / 1000);
    const two = (n: number) => String(n).padStart(2, "0");
    const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    controller.command("POST", "desk/wrap-up", { time }).catch(complain);
  };
}

/** How much of the work after the call is left, by the server's deadline, and what can be done about it. */
export function WrapUp(props: { controller: DeskController; operator: DeskOperator }) {
  const { controller, operator } = props;
  const at = useNow();
  const left = operator.wrapUpEnds ? Date.parse(operator.wrapUpEnds) - at : null;
  const extend = extendWrapUp(controller, operator);
  return (
    <>
      {left === null
        ? <span class="left">{t("wrapup.unlimited")}</span>
        : <span class={`left ${left <= soon ? "soon" : ""}`} role="timer" aria-label={t("wrapup.left", { time: duration(Math.ceil(left / 1000) * 1000) })}>{t("wrapup.left", { time: duration(Math.ceil(left / 1000) * 1000) })}</span>}
      <button type="button" class="primary" onClick={() => controller.command("DELETE", "desk/wrap-up").catch(complain)}>{t("do.finish")} <kbd>F</kbd></button>
      {extend && <button type="button" onClick={extend}>{t("do.extend")} <kbd>E</kbd></button>}
      {extend && <button type="button" class="quiet" onClick={() => controller.command("POST", "desk/wrap-up", { time: null }).catch(complain)}>{t("wrapup.nolimit")}</button>}
    </>
  );
}
