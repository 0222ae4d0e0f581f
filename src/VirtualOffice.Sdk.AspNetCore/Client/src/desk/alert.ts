import { useEffect } from "preact/hooks";
import { t } from "../i18n";
import { settings } from "../settings";
import { allowSound, ring, stopRinging } from "../sound";
import type { DeskCall } from "../types";

addEventListener("pointerdown", allowSound, { once: true });
addEventListener("keydown", allowSound, { once: true });

const callerOf = (call: DeskCall) => call.caller.knownAs ?? call.caller.name ?? call.caller.number ?? call.caller.text ?? t("call.withheld");

/** Rings, flashes the title and, for a page in the background, notifies, as long as a call is offered. */
export function useAlert(call: DeskCall | null): void {
  const offered = call?.offer ? call : null;
  useEffect(() => {
    if (!offered) {
      document.title = call && !call.outcome ? `● ${call.company.name}` : t("app.name");
      return;
    }

    ring(settings.value.ringVolume);
    document.title = `☎ ${offered.company.name}`;
    const notification = document.hidden && "Notification" in window && Notification.permission === "granted"
      ? new Notification(offered.company.name, { body: callerOf(offered), tag: "virtualoffice-call", icon: "./icon.svg", requireInteraction: true })
      : null;
    if (notification) notification.onclick = () => {
      window.focus();
      notification.close();
    };
    return () => {
      stopRinging();
      notification?.close();
    };
  }, [offered?.id, call?.id, call?.outcome]);
}
