import { CorrectMessage, isCorrected } from "../calls/CorrectMessage";
import { clockTime } from "../format";
import { t, word } from "../i18n";
import type { DeskCall } from "../types";
import type { DeskController } from "./controller";

/** The messages of the call, how their delivery stands now, and a way to set right what was written down wrong while the call is at the desk. */
export function TakenMessages(props: { call: DeskCall; controller: DeskController | null }) {
  const { call, controller } = props;
  if (call.messages.length === 0) return null;
  return (
    <div class="taken">
      <h3>{t("message.taken")}</h3>
      <ul class="plain">
        {call.messages.map((message) => (
          <li key={message.id} class={isCorrected(message, call.messages) ? "corrected" : ""}>
            <p><strong>{t("message.saved", { time: clockTime(message.at) })}</strong> — {isCorrected(message, call.messages) && <span class="chip">{t("correct.done")}</span>} {call.company.employees.find((e) => e.id === message.employee)?.name ?? t("message.office")}</p>
            <dl class="preview">{Object.entries(message.fields).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
            <ul class="chips">
              {message.delivery.length === 0 && <li class="chip">{t("message.nobody")}</li>}
              {message.delivery.map((delivery) => <li key={delivery.recipient} class={`chip d-${delivery.state}`} title={delivery.lastError ?? undefined}>{delivery.recipient}: {word("delivery", delivery.state)}</li>)}
            </ul>
            {controller && call.canTakeMessage && <CorrectMessage message={message} all={call.messages} employees={call.company.employees}
              send={(corrected, key) => controller.command("POST", `desk/calls/${call.id}/message`, corrected, key)} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
