import { useState } from "preact/hooks";
import { request } from "../api";
import { t } from "../i18n";
import { useKeys } from "../keys";
import { sendOnce } from "../sending";
import { useStore } from "../store";
import type { DeskCall, FieldType, Preview } from "../types";
import { complain, say } from "../ui/toast";
import type { DeskController } from "./controller";
import type { Draft } from "./draft";
import { MessagePreview } from "./MessagePreview";
import { awayText } from "./PeoplePanel";
import { TakenMessages } from "./TakenMessages";

/**
 * What the caller says, and the message it becomes. What a script has asked is in the message by itself. Of a call that has left the desk it can be closed: once sent, or discarded; keys are for
 * the call at the desk.
 */
export function NotesPanel(props: { call: DeskCall; draft: Draft; controller: DeskController; recipient: string; onRecipient: (id: string) => void; isAside?: boolean; onClose?: () => void }) {
  const { call, draft } = props;
  const fields = useStore(draft.fields);
  const saving = useStore(draft.saving);
  const [isUrgent, setUrgent] = useState(false);
  const [preview, setPreview] = useState<Preview | null>(null);
  const canSend = call.canTakeMessage;
  const employee = call.company.employees.find((each) => each.id === props.recipient);
  const answers = call.script?.answers ?? [];
  const asks = (type: FieldType) => call.script?.fields.some((field) => field.type === type) ?? false;
  const text = fields["text"]?.trim() ?? "";
  const message = () => {
    const labels = { name: asks("Name") ? null : t("notes.name"), phone: asks("Phone") ? null : t("notes.phone"), subject: t("notes.subject"), text: t("notes.text") };
    const filled = Object.fromEntries(Object.entries(labels).flatMap(([id, label]) => (label && fields[id]?.trim() ? [[label, fields[id].trim()]] : [])));
    return { employee: props.recipient || null, fields: filled, urgency: isUrgent ? "Urgent" : "Routine" };
  };
  // The answers alone are a message once.
  const isEmpty = text === "" && (answers.length === 0 || call.messages.some((each) => each.kind === "Operator"));
  const send = async () => {
    if (isEmpty) {
      say(t("message.empty"));
      return;
    }

    const sent = message();
    await sendOnce(call.id, sent, (key) => props.controller.command("POST", `desk/calls/${call.id}/message`, sent, key));
    draft.set("text", "");
    draft.set("subject", "");
    setUrgent(false);
    setPreview(null);
    if (props.onClose) {
      say(t("unsent.sent"));
      props.onClose();
    }
  };
  const show = async () => {
    if (isEmpty) say(t("message.empty"));
    else setPreview(await request<Preview>("POST", `desk/calls/${call.id}/message/preview`, message()));
  };
  const type = (id: string, value: string) => {
    setPreview(null);
    draft.set(id, value);
  };
  useKeys({ v: canSend && !props.isAside ? () => (preview ? setPreview(null) : void show().catch(complain)) : null });
  const field = (id: string, label: string, isFirst = false) => (
    <label class="field">{label}
      <input value={fields[id] ?? ""} maxLength={500} autocomplete="off" data-first={isFirst ? "" : undefined} onInput={(e) => type(id, e.currentTarget.value)} />
    </label>
  );
  return (
    <>
      <form class="notes" onSubmit={(e) => { e.preventDefault(); void send().catch(complain); }}>
        <h2>{t("notes.title")} <span class={`saving ${saving}`} role="status">{saving === "saved" ? t("notes.saved") : saving === "saving" ? t("notes.saving") : t("notes.local")}</span></h2>
        {props.onClose ? <p class="warn after-hint" role="status">{t("unsent.hint", { company: call.company.name })}</p> : call.outcome && canSend && call.messages.length === 0 && <p class="dim after-hint">{t("message.after")}</p>}
        {answers.length > 0 && <dl class="preview answered" aria-label={t("message.answers")}>{answers.map((answer) => <div key={answer.field}><dt>{answer.field}</dt><dd>{answer.value}</dd></div>)}</dl>}
        {(!asks("Name") || !asks("Phone")) && (
          <div class="field-row">
            {!asks("Name") && field("name", t("notes.name"), true)}
            {!asks("Phone") && field("phone", t("notes.phone"))}
          </div>
        )}
        {field("subject", t("notes.subject"), asks("Name"))}
        <label class="field">{t("notes.text")}
          <textarea rows={call.script ? 2 : 4} maxLength={10000} value={fields["text"] ?? ""} onInput={(e) => type("text", e.currentTarget.value)} />
        </label>
        <div class="send-row">
          <label class="inline">{t("message.to")}
            <select value={props.recipient} onChange={(e) => { setPreview(null); props.onRecipient(e.currentTarget.value); }}>
              <option value="">{t("message.office")}</option>
              {call.company.employees.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}
            </select>
          </label>
          <label class="check"><input type="checkbox" checked={isUrgent} onChange={(e) => { setPreview(null); setUrgent(e.currentTarget.checked); }} /> {t("message.urgent")}</label>
        </div>
        <div class="send-row">
          <p class="dim send-hint">{employee && !employee.email ? t("message.nowhere", { name: employee.name }) : (employee?.email ?? call.company.messagesTo ?? t("message.nobody"))}{employee?.away && <> · <span class="warn">{awayText(employee.away)}</span></>}</p>
          {props.onClose && <button type="button" class="quiet" onClick={props.onClose}>{t("unsent.discard")}</button>}
          <button type="button" aria-expanded={preview !== null} disabled={!canSend} onClick={() => (preview ? setPreview(null) : void show().catch(complain))}>{t("message.preview")} <kbd>V</kbd></button>
          <button type="submit" class="primary" data-send={props.isAside ? undefined : ""} disabled={!canSend}>{t("message.send")} <kbd>M</kbd></button>
        </div>
      </form>
      {preview && <MessagePreview preview={preview} onClose={() => setPreview(null)} />}
      <TakenMessages call={call} controller={props.onClose ? null : props.controller} />
    </>
  );
}
