import { useEffect, useState } from "preact/hooks";
import { get } from "../api";
import { dateTime } from "../format";
import { t, word } from "../i18n";
import type { DeskCall, HistoryItem } from "../types";

/** The caller's earlier calls to this company, what is still open first. */
export function History(props: { call: DeskCall }) {
  const [items, setItems] = useState<HistoryItem[] | null>(null);
  useEffect(() => {
    let isOld = false;
    setItems(null);
    get<HistoryItem[]>(`desk/calls/${props.call.id}/history`).then((found) => !isOld && setItems(found), () => !isOld && setItems([]));
    return () => {
      isOld = true;
    };
  }, [props.call.id]);
  return (
    <div class="history">
      <h3>{t("history.title")}</h3>
      {items?.length === 0 && <p class="dim">{t("history.none")}</p>}
      <ul class="plain">
        {items?.map((item) => (
          <li key={item.call}>
            <span class="history-line"><time dateTime={item.at}>{dateTime(item.at)}</time> <span>{word("outcome", item.outcome ?? "live")}{item.transferredTo ? `: ${item.transferredTo}` : item.messageFor ? `: ${item.messageFor}` : ""}</span>
              {item.isOpen && <span class="badge open">{t("history.open")}</span>}</span>
            {item.text && <q>{item.text}</q>}
          </li>
        ))}
      </ul>
    </div>
  );
}
