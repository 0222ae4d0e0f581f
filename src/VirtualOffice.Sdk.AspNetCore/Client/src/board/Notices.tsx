import { useState } from "preact/hooks";
import { request } from "../api";
import { t } from "../i18n";
import type { Notice } from "../types";
import { complain } from "../ui/toast";

/** What all operators are told. */
export function Notices(props: { notices: Notice[] }) {
  const [text, setText] = useState("");
  const send = () => request("POST", "board/notices", { text }).then(() => setText(""), complain);
  return (
    <form class="notices" onSubmit={(e) => { e.preventDefault(); if (text.trim()) void send(); }}>
      <input aria-label={t("notice.label")} placeholder={t("notice.label")} maxLength={500} value={text} onInput={(e) => setText(e.currentTarget.value)} />
      <button>{t("notice.send")}</button>
      {props.notices.map((notice) => (
        <p key={notice.id} class="notice">{notice.text}
          <button type="button" class="quiet" aria-label={t("notice.remove")} onClick={() => void request("DELETE", `board/notices/${notice.id}`).catch(complain)}>✕</button></p>
      ))}
    </form>
  );
}
