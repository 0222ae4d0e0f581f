import { useNow } from "../clock";
import { duration } from "../format";
import { t } from "../i18n";
import type { TextKey } from "../i18n/en";
import type { BoardAlarm } from "../types";

const most = 10;

/** What needs somebody's eyes now. */
export function Alarms(props: { alarms: BoardAlarm[] }) {
  const now = useNow();
  return (
    <section class={props.alarms.length > 0 ? "alarms some" : "alarms"} aria-label={t("board.alarms")} role="status">
      {props.alarms.length === 0 ? <p>{t("alarm.none")}</p> : (
        <ul class="plain">{props.alarms.slice(0, most).map((alarm, i) => (
          <li key={i}>{t(`alarm.${alarm.kind}` as TextKey, {
            company: alarm.company?.name ?? "", operator: alarm.operator ?? "", count: alarm.count ?? 0, text: alarm.text ?? "",
            time: alarm.since ? duration(now - Date.parse(alarm.since)) : "",
          })}</li>
        ))}{props.alarms.length > most && <li>{t("alarm.more", { count: props.alarms.length - most })}</li>}</ul>
      )}
    </section>
  );
}
