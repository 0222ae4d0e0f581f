import { useState } from "preact/hooks";
import { t } from "../i18n";
import { sendOnce } from "../sending";
import type { Message } from "../types";
import { complain, say } from "../ui/toast";

/** Whether another message has taken the place of this one. */
export const isCorrected = (message: Message, all: Message[]): boolean => all.some((later) => later.corrects === message.id);

/** Sets a message right that was written down wrong: another takes its place, and goes to whoever is chosen now. Only what an operator wrote can be corrected, and each message once. */
export function CorrectMessage(props: { message: Message; all: Message[]; employees: { id: string; name: string }[]; send: (message: unknown, key: string) => Promise<unknown> }) {
  const { message } = props;
  const [fields, setFields] = useState<Record<string, string> | null>(null);
  const [employee, setEmployee] = useState(message.employee ?? "");
  const [isUrgent, setUrgent] = useState(message.urgency === "Urgent");
  const [isBusy, setBusy] = useState(false);
  if (message.kind !== "Operator" || isCorrected(message, props.all)) return null;
  if (!fields) return <p><button type="button" class="quiet" onClick={() => setFields({ ...message.fields })}>{t("correct.open")}</button></p>;
  const send = async () => {
    const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim()));
    if (Object.keys(filled).length === 0) {
      say(t("message.empty"));
      return;
    }

    const corrected = { employee: employee || null, fields: filled, urgency: isUrgent ? "Urgent" : "Routine", corrects: message.id };
    setBusy(true);
    try {
      await sendOnce(message.id, corrected, (key) => props.send(corrected, key));
      setFields(null);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form class="correction" aria-label={t("correct.title")} onSubmit={(e) => { e.preventDefault(); void send().catch(complain); }}>
      {Object.entries(fields).map(([name, value], index) => (
        <label class="field" key={name}>{name}
          {value.length > 60 || value.includes("\n")
            ? <textarea rows={4} maxLength={10000} value={value} autofocus={index === 0} onInput={(e) => setFields({ ...fields, [name]: e.currentTarget.value })} />
            : <input value={value} maxLength={10000} autocomplete="off" autofocus={index === 0} onInput={(e) => setFields({ ...fields, [name]: e.currentTarget.value })} />}
        </label>
      ))}
      <div class="send-row">
        <label class="inline">{t("message.to")}
          <select value={employee} onChange={(e) => setEmployee(e.currentTarget.value)}>
            <option value="">{t("message.office")}</option>
            {props.employees.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}
          </select>
        </label>
        <label class="check"><input type="checkbox" checked={isUrgent} onChange={(e) => setUrgent(e.currentTarget.checked)} /> {t("message.urgent")}</label>
      </div>
      <div class="send-row">
        <p class="dim send-hint">{t("correct.hint")}</p>
        <button type="button" class="quiet" onClick={() => setFields(null)}>{t("cancel")}</button>
        <button type="submit" class="primary" disabled={isBusy}>{t("correct.send")}</button>
      </div>
    </form>
  );
}
