import { useNow } from "../clock";
import { clockTime, duration, localTime, phone } from "../format";
import { t, word } from "../i18n";
import type { Choice, DeskCall } from "../types";
import { Since } from "../ui/parts";
import { headStyle } from "../ui/colour";
import type { DeskController } from "./controller";
import { History } from "./History";
import { Disposition, LineControls } from "./LineControls";

/** Whose call it is, who calls, for how long, and what can be done with the line. */
export function CallPanel(props: { call: DeskCall; controller: DeskController; accept: (() => void) | null; dispositions: Choice[]; onDone: (error: unknown) => void }) {
  const { call, controller } = props;
  const { company, caller } = call;
  const now = useNow();
  const post = (path: string) => void controller.call("POST", path).catch(props.onDone);
  const name = caller.knownAs ?? caller.name;
  const number = caller.number ? phone(caller.number) : caller.text;
  const isLive = call.outcome === null;
  const answered = call.acceptedAt ?? call.offer?.at ?? call.receivedAt;
  return (
    <>
      <div class={`company-head hue-${company.hue}`} style={headStyle(company.accent)}>
        <p class="company-name">{company.name}</p>
        {company.pronunciation && <p class="company-facts">{t("card.pronounced", { how: company.pronunciation })}</p>}
        <p class="company-facts">
          <span title={company.timeZone}>{localTime(now, company.timeZone, company.utcOffsetMinutes)} <small>{t("call.local")}</small></span>
          <span title={company.hoursRule}>{company.isOpen ? t("call.open") : t("call.closed")}{company.hoursChangeAt ? ` ${t("call.until", { time: localTime(Date.parse(company.hoursChangeAt), company.timeZone, company.utcOffsetMinutes) })}` : ""}</span>
        </p>
      </div>
      <div class={`line ${call.offer ? "ringing" : ""}`}>
        <div class="line-state">
          <span>{call.offer ? t("offer.title") : !isLive ? t("call.ended") : word("stage", call.stage)}</span>
          {isLive ? <Since at={answered} class="big" /> : <span class="timer big">{duration(Date.parse(call.endedAt ?? call.receivedAt) - Date.parse(answered))}</span>}
        </div>
        <div class="line-buttons">
          {call.offer && (props.accept
            ? <button type="button" class="accept" onClick={props.accept}>{t("offer.accept")} <kbd>A</kbd></button>
            : <strong class="by-hand">{t("offer.byhand")}</strong>)}
          {call.offer && <button type="button" onClick={() => post("decline")}>{t("offer.decline")} <kbd>X</kbd></button>}
          {!call.offer && isLive && <button type="button" class="hang-up" onClick={() => post("hang-up")}>{t("call.hangup")} <kbd>H</kbd></button>}
          {!isLive && <span class={`outcome o-${call.outcome}`}>{word("outcome", call.outcome)}</span>}
        </div>
        {!call.offer && isLive && <LineControls call={call} controller={controller} />}
      </div>
      <div class="caller">
        <p class="caller-name">{name ?? number ?? t("call.withheld")}{caller.priority !== "Normal" && <span class={`badge p-${caller.priority}`}>{word("priority", caller.priority)}</span>}</p>
        {name && <p class="caller-number">{number ?? t("call.withheld")}</p>}
        {caller.note && <p class="caller-note">{caller.note}</p>}
        {caller.isRedial && <p class="caller-redial">{t("call.redial")}</p>}
        <dl class="facts">
          <div><dt>{t("call.dialled")}</dt><dd>{phone(call.dialled)}</dd></div>
          <div><dt>{t("calls.received")}</dt><dd>{clockTime(call.receivedAt)}</dd></div>
          {call.line.isRecorded && <div><dt>{call.line.recordingPausedAt ? t("line.paused") : t("call.recorded")}</dt><dd><i class={call.line.recordingPausedAt ? "rec paused" : "rec"} aria-hidden="true" /></dd></div>}
          {company.callTypes.length > 0 && <div><dt id="call-type">{t("call.type")}</dt><dd>
            <select class="small" aria-labelledby="call-type" value={call.callType ?? ""} disabled={call.stage !== "Conversation"} onChange={(e) => void controller.call("POST", "call-type", { callType: e.currentTarget.value }).catch(props.onDone)}>
              <option value="" disabled>–</option>
              {company.callTypes.map((type) => <option key={type.id} value={type.id}>{type.name}</option>)}
            </select></dd></div>}
        </dl>
        {!call.offer && props.dispositions.length > 0 && <Disposition key={call.id} call={call} choices={props.dispositions} controller={controller} />}
      </div>
      <History call={call} />
      <p class="sr" role="alert">{call.offer ? t("offer.spoken", { company: company.name, caller: name ?? number ?? t("call.withheld") }) : ""}</p>
    </>
  );
}
