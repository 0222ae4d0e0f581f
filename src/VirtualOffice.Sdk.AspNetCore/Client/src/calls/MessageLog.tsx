import { useState } from "preact/hooks";
import { get } from "../api";
import { dateTime } from "../format";
import { t, word } from "../i18n";
import type { MessageLog as Log } from "../types";
import { complain } from "../ui/toast";

/** What became of a message; read when somebody wants to know. */
export function MessageLog(props: { path: string }) {
  const [log, setLog] = useState<Log | null>(null);
  const read = (isOpen: boolean) => {
    if (isOpen) get<Log>(props.path).then(setLog, complain);
  };
  return (
    <details class="message-log" onToggle={(e) => read(e.currentTarget.open)}>
      <summary>{t("log.title")}</summary>
      <ol class="plain">
        {log?.entries.map((entry, index) => (
          <li key={index}><time class="dim" dateTime={entry.at}>{dateTime(entry.at)}</time> <strong>{word("log", entry.kind)}</strong> {entry.who} <span class="dim">{entry.detail}</span></li>
        ))}
      </ol>
    </details>
  );
}
