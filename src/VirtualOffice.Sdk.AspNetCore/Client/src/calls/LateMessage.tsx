import { useState } from "preact/hooks";
import { request } from "../api";
import { t } from "../i18n";
import { sendOnce } from "../sending";
import type { Unwritten } from "../types";
import { complain, say } from "../ui/toast";

const names = ["name", "phone", "subject", "text"] as const;

/** A supervisor writes what the operator has not: it begins with what the operator had typed. */
export function LateMessage(props: { call: string; unwritten: Unwritten; onTaken: () => void }) {
  const { draft, employees } = props.unwritten;
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [employee, setEmployee] = useState("");
  const [fields, setFields] = useState<Record<string, string>>({ ...draft });
  const send = async () => {
    if (!fields["text"]?.trim()) {
      say(t("message.empty"));
      return;
    }

    const filled = Object.fromEntries(names.flatMap((name) => (fields[name]?.trim() ? [[t(`notes.${name}`), fields[name].trim()]] : [])));
    const message = { employee: employee || null, fields: filled };
    setBusy(true);
    try {
      await sendOnce(props.call, message, (key) => request("POST", `board/calls/${props.call}/message`, message, { "Idempotency-Key": key }));
      setOpen(false);
      setFields({});
      props.onTaken();
    } finally {
      setBusy(false);
    }
  };
  if (!isOpen) return <p><button type="button" onClick={() => setOpen(true)}>{draft["text"] ? t("late.unwritten") : t("late.write")}</button></p>;
  return (
    <form class="late-message" aria-label={t("late.write")} onSubmit={(e) => { e.preventDefault(); void send().catch(complain); }}>
      <h2>{t("late.write")}</h2>
      {names.filter((name) => name !== "text").map((name) => (
        <label class="field" key={name}>{t(`notes.${name}`)}
          <input value={fields[name] ?? ""} maxLength={500} autocomplete="off" onInput={(e) => setFields({ ...fields, [name]: e.currentTarget.value })} />
        </label>
      ))}
      <label class="field">{t("notes.text")}
        <textarea rows={4} maxLength={10000} value={fields["text"] ?? ""} onInput={(e) => setFields({ ...fields, text: e.currentTarget.value })} />
      </label>
      <div class="send-row">
        <label class="inline">{t("message.to")}
          <select value={employee} onChange={(e) => setEmployee(e.currentTarget.value)}>
            <option value="">{t("message.office")}</option>
            {employees.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}
          </select>
        </label>
        <button type="button" class="quiet" onClick={() => setOpen(false)}>{t("cancel")}</button>
        <button type="submit" class="primary" disabled={isBusy}>{t("message.send")}</button>
      </div>
    </form>
  );
}
