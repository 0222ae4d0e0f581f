import { useState } from "preact/hooks";
import { clockTime } from "../format";
import { t, word } from "../i18n";
import { useStore } from "../store";
import type { DeskCall } from "../types";
import { complain, say } from "../ui/toast";
import type { DeskController } from "./controller";
import type { Draft } from "./draft";

/** The words to say, what the caller says, and the message it becomes. */
export function NotesPanel(props: { call: DeskCall; draft: Draft; controller: DeskController; recipient: string; onRecipient: (id: string) => void }) {
  const { call, draft } = props;
  const fields = useStore(draft.fields);
  const saving = useStore(draft.saving);
  const { isBusy } = useStore(props.controller.state);
  const [isUrgent, setUrgent] = useState(false);
  const canSend = call.stage === "Conversation";
  const employee = call.company.employees.find((each) => each.id === props.recipient);
  const text = fields["text"]?.trim() ?? "";
  const send = async () => {
    if (text === "") {
      say(t("message.empty"));
      return;
    }

    const labels = { name: t("notes.name"), phone: t("notes.phone"), subject: t("notes.subject"), text: t("notes.text") };
    const filled = Object.fromEntries(Object.entries(labels).flatMap(([id, label]) => (fields[id]?.trim() ? [[label, fields[id].trim()]] : [])));
    await props.controller.call("POST", "message", { employee: props.recipient || null, fields: filled, urgency: isUrgent ? "Urgent" : "Routine" });
    draft.set("text", "");
    setUrgent(false);
  };
  const field = (id: string, label: string, isFirst = false) => (
    <label class="field">{label}
      <input value={fields[id] ?? ""} maxLength={500} autocomplete="off" data-first={isFirst ? "" : undefined} onInput={(e) => draft.set(id, e.currentTarget.value)} />
    </label>
  );
  return (
    <>
      <blockquote class={`greeting hue-${call.company.hue}`}>{call.greeting}</blockquote>
      <form class="notes" onSubmit={(e) => { e.preventDefault(); void send().catch(complain); }}>
        <h2>{t("notes.title")} <span class={`saving ${saving}`} role="status">{saving === "saved" ? t("notes.saved") : saving === "saving" ? t("notes.saving") : t("notes.local")}</span></h2>
        <div class="field-row">
          {field("name", t("notes.name"), true)}
          {field("phone", t("notes.phone"))}
        </div>
        {field("subject", t("notes.subject"))}
        <label class="field">{t("notes.text")}
          <textarea rows={4} maxLength={10000} value={fields["text"] ?? ""} onInput={(e) => draft.set("text", e.currentTarget.value)} />
        </label>
        <div class="send-row">
          <label class="inline">{t("message.to")}
            <select value={props.recipient} onChange={(e) => props.onRecipient(e.currentTarget.value)}>
              <option value="">{t("message.office")}</option>
              {call.company.employees.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}
            </select>
          </label>
          <label class="check"><input type="checkbox" checked={isUrgent} onChange={(e) => setUrgent(e.currentTarget.checked)} /> {t("message.urgent")}</label>
          <button type="submit" class="primary" data-send="" disabled={!canSend || isBusy}>{t("message.send")} <kbd>M</kbd></button>
        </div>
        <p class="dim send-hint">{employee && !employee.email ? t("message.nowhere", { name: employee.name }) : (employee?.email ?? call.company.messagesTo ?? t("message.nobody"))}</p>
      </form>
      {call.messages.length > 0 && (
        <div class="taken">
          <h3>{t("message.taken")}</h3>
          <ul class="plain">
            {call.messages.map((message) => (
              <li key={message.id}>
                <p><strong>{t("message.saved", { time: clockTime(message.at) })}</strong> — {call.company.employees.find((e) => e.id === message.employee)?.name ?? t("message.office")}</p>
                <dl class="preview">{Object.entries(message.fields).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
                <ul class="chips">
                  {message.delivery.length === 0 && <li class="chip">{t("message.nobody")}</li>}
                  {message.delivery.map((delivery) => <li key={delivery.recipient} class={`chip d-${delivery.state}`} title={delivery.lastError ?? undefined}>{delivery.recipient}: {word("delivery", delivery.state)}</li>)}
                </ul>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
