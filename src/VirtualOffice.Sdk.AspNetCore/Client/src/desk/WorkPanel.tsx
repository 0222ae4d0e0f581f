import { useState } from "preact/hooks";
import { dateTime, phone } from "../format";
import { t, word } from "../i18n";
import type { Badge, Work } from "../types";
import { CompanyName } from "../ui/parts";
import { complain } from "../ui/toast";

/** What waits for a person: messages that could not be delivered, and callers to be called back. */
export function WorkPanel(props: { work: Work; companies: Badge[]; controller: { work: (path: string, body?: unknown) => Promise<void> } }) {
  const { work } = props;
  const badge = (id: string): Badge => props.companies.find((c) => c.id === id) ?? { id, name: id, hue: 0, accent: null };
  const act = (path: string, body?: unknown) => void props.controller.work(path, body).catch(complain);
  if (work.deliveries.length + work.callbacks.length === 0) return <p class="dim">{t("work.none")}</p>;
  return (
    <div class="work">
      {work.deliveries.length > 0 && <h3>{t("work.deliveries")}</h3>}
      <ul class="plain">
        {work.deliveries.map((delivery) => (
          <li key={delivery.id}>
            <p><CompanyName company={badge(delivery.company)} /> <time class="dim" dateTime={delivery.savedAt}>{dateTime(delivery.savedAt)}</time></p>
            <p class="work-line"><span>{delivery.recipient}</span>
              <button type="button" class="small" onClick={() => act(`deliveries/${delivery.id.replace(".", "/")}/retry`)}>{t("work.retry")}</button></p>
            <p class="dim">{t("work.tries", { count: delivery.attempts })}{delivery.lastError ? ` — ${delivery.lastError}` : ""}</p>
          </li>
        ))}
      </ul>
      {work.callbacks.length > 0 && <h3>{t("work.callbacks")}</h3>}
      <ul class="plain">
        {work.callbacks.map((callback) => (
          <li key={callback.call}>
            <p><CompanyName company={badge(callback.company)} /> <time class="dim" dateTime={callback.calledAt}>{dateTime(callback.calledAt)}</time></p>
            <Done number={callback.number} name={callback.name} why={word("outcome", callback.outcome)} onDone={(note) => act(`callbacks/${callback.call}/done`, { note: note || null })} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Done(props: { number: string; name: string | null; why: string; onDone: (note: string) => void }) {
  const [note, setNote] = useState("");
  return (
    <form onSubmit={(e) => { e.preventDefault(); props.onDone(note); }}>
      <p class="work-line"><strong>{phone(props.number)}</strong> <span class="dim">{[props.name, props.why].filter(Boolean).join(" · ")}</span></p>
      <p class="work-line"><input aria-label={t("work.note")} placeholder={t("work.note")} maxLength={2000} value={note} onInput={(e) => setNote(e.currentTarget.value)} /> <button class="small">{t("work.done")}</button></p>
    </form>
  );
}
