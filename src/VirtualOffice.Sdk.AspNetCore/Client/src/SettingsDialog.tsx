import { languages, t } from "./i18n";
import { settings } from "./settings";
import { allowSound, ring, stopRinging } from "./sound";
import { useStore } from "./store";
import { Dialog } from "./ui/Dialog";

export function SettingsDialog(props: { onClose: () => void }) {
  const current = useStore(settings);
  const tryRing = () => {
    allowSound();
    ring(current.ringVolume);
    setTimeout(stopRinging, 1500);
  };
  return (
    <Dialog title={t("settings")} onClose={props.onClose}>
      <form class="stack" onSubmit={(e) => e.preventDefault()}>
        <label class="field">{t("settings.theme")}
          <select value={current.theme} onChange={(e) => settings.change({ theme: e.currentTarget.value as typeof current.theme })}>
            <option value="system">{t("settings.system")}</option>
            <option value="light">{t("settings.light")}</option>
            <option value="dark">{t("settings.dark")}</option>
          </select>
        </label>
        <label class="field">{t("settings.language")}
          <select value={current.language} onChange={(e) => settings.change({ language: e.currentTarget.value })}>
            {Object.entries(languages).map(([id, language]) => <option key={id} value={id} lang={id}>{language.name}</option>)}
          </select>
        </label>
        <label class="field">{t("settings.volume")}
          <span class="row">
            <input type="range" min="0" max="1" step="0.05" value={current.ringVolume} onInput={(e) => settings.change({ ringVolume: Number(e.currentTarget.value) })} />
            <button type="button" onClick={tryRing}>{t("settings.try")}</button>
          </span>
        </label>
        <label class="check"><input type="checkbox" checked={current.singleKeys} onChange={(e) => settings.change({ singleKeys: e.currentTarget.checked })} /> {t("settings.keys")}</label>
        {"Notification" in window && Notification.permission === "default" &&
          <p><button type="button" onClick={() => void Notification.requestPermission()}>{t("settings.notify")}</button></p>}
      </form>
    </Dialog>
  );
}
