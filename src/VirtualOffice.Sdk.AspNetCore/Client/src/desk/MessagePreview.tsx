import { dateTime } from "../format";
import { t, word } from "../i18n";
import type { Preview } from "../types";

/** What would be sent, as the channels themselves make it: to whom, how, when. */
export function MessagePreview(props: { preview: Preview; onClose: () => void }) {
  const { deliveries } = props.preview;
  return (
    <section class="message-preview" aria-label={t("message.preview")}>
      <h3>{t("message.preview")} <button type="button" class="quiet" aria-label={t("close")} onClick={props.onClose}>✕</button></h3>
      <ul class="plain">
        {deliveries.map((delivery, i) => {
          const isSame = i > 0 && deliveries[i - 1]?.text === delivery.text;
          return (
            <li key={i}>
              <p><span class="chip">{word("channel", delivery.channel)}</span> <strong>{delivery.recipient || t("message.nobody")}</strong>
                {delivery.dueAt && <span class="dim"> {t("preview.at", { time: dateTime(delivery.dueAt) })}</span>}
                {delivery.unlessAcknowledged && <span class="dim"> · {t("preview.unless")}</span>}</p>
              {delivery.subject && !isSame && <p class="preview-subject">{delivery.subject}</p>}
              {delivery.text === null ? <p class="dim">{t("preview.none")}</p> : !isSame && <pre class="explanation" tabIndex={0}>{delivery.text.trim()}</pre>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
