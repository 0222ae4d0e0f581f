import { clockTime } from "../format";
import { t, word } from "../i18n";
import type { DeskCall } from "../types";

/** The messages of the call, and how their delivery stands now. */
export function TakenMessages(props: { call: DeskCall }) {
  const { call } = props;
  if (call.messages.length === 0) return null;
  return (
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
  );
}
