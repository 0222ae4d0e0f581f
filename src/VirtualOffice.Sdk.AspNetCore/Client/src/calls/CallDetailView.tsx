import { useEffect, useState } from "preact/hooks";
import { get, request } from "../api";
import { dateTime, duration, phone } from "../format";
import { t, word } from "../i18n";
import type { CallDetail } from "../types";
import { CompanyName } from "../ui/parts";
import { complain } from "../ui/toast";
import { CorrectMessage, isCorrected } from "./CorrectMessage";
import { LateMessage } from "./LateMessage";
import { MessageLog } from "./MessageLog";
import { RecordingPlayer } from "./RecordingPlayer";
import { sentence } from "./sentence";

/** A call: how it went, in words, its messages and its recording. */
export function CallDetailView(props: { root: "board" | "company"; id: string; back: string }) {
  const [detail, setDetail] = useState<CallDetail | null>(null);
  const read = () => get<CallDetail>(`${props.root}/calls/${props.id}`).then(setDetail, complain);
  useEffect(() => void read(), [props.id]);
  if (!detail) return <section class="pane page"><p><a href={props.back}>← {t("calls.back")}</a></p></section>;
  const { call, timeline } = detail;
  const start = Date.parse(call.receivedAt);
  return (
    <section class="pane page">
      <p><a href={props.back}>← {t("calls.back")}</a></p>
      <h1>{call.callerName ?? phone(call.caller) ?? t("call.withheld")} <span class={`outcome o-${call.outcome}`}>{word("outcome", call.outcome ?? "live")}</span></h1>
      <dl class="facts wide">
        {detail.company && <div><dt>{t("board.company")}</dt><dd><CompanyName company={detail.company} /></dd></div>}
        <div><dt>{t("board.caller")}</dt><dd>{call.caller ? phone(call.caller) : t("call.withheld")}</dd></div>
        <div><dt>{t("call.dialled")}</dt><dd>{phone(call.dialled)}</dd></div>
        <div><dt>{t("calls.received")}</dt><dd>{dateTime(call.receivedAt)}</dd></div>
        {call.endedAt && <div><dt>{t("calls.length")}</dt><dd>{duration(Date.parse(call.endedAt) - start)}</dd></div>}
        {detail.operatorName && <div><dt>{t("calls.operator")}</dt><dd>{detail.operatorName}</dd></div>}
      </dl>
      <h2>{t("calls.recording")}</h2>
      {call.recording?.href
        ? <RecordingPlayer path={`${props.root}/calls/${call.id}`} label={t("calls.recording")} />
        : <p class="dim">{t("calls.norecording", { why: call.recording ? word("recording", call.recording.state) : "–" })}</p>}
      {call.messages.map((message) => (
        <div class={isCorrected(message, call.messages) ? "taken corrected" : "taken"} key={message.id}>
          <h2>{t("t.messageTaken", { for: message.employee ?? t("message.office") })} {isCorrected(message, call.messages) && <span class="chip">{t("correct.done")}</span>}</h2>
          <dl class="preview">{Object.entries(message.fields).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
          {message.recording?.href && <RecordingPlayer path={`${props.root}/calls/${call.id}/messages/${message.id}`} label={t("player.voice")} />}
          <ul class="chips">{message.delivery.map((d) => <li key={d.recipient} class={`chip d-${d.state}`} title={d.lastError ?? undefined}>{d.recipient}: {word("delivery", d.state)}</li>)}</ul>
          <MessageLog path={`${props.root}/calls/${call.id}/messages/${message.id}/log`} />
          {detail.unwritten && call.outcome && <CorrectMessage message={message} all={call.messages} employees={detail.unwritten.employees}
            send={(corrected, key) => request("POST", `board/calls/${call.id}/message`, corrected, { "Idempotency-Key": key }).then(read)} />}
        </div>
      ))}
      {detail.unwritten && call.outcome && <LateMessage key={call.id} call={call.id} unwritten={detail.unwritten} onTaken={() => void read()} />}
      <h2>{t("calls.timeline")}</h2>
      <ol class="timeline">
        {timeline.map((entry) => <li key={entry.sequence}><time dateTime={entry.at}>{duration(Date.parse(entry.at) - start)}</time><span>{sentence(entry)}</span></li>)}
      </ol>
    </section>
  );
}
