import { useEffect, useState } from "preact/hooks";
import { t, word } from "../i18n";
import { settings } from "../settings";
import { useStore } from "../store";
import { Dialog } from "../ui/Dialog";
import { closeMicrophone, followLevel, openMicrophone } from "./microphone";
import { endEcho, phone, tryEcho } from "./softphone";

/** Which microphone and speaker, how loud one is, and whether one is heard. */
export function PhoneDialog(props: { onClose: () => void }) {
  const { status, trouble, hasEchoTest } = useStore(phone);
  const chosen = useStore(settings);
  const devices = useDevices();
  const level = useLevel(chosen.microphone, chosen.cleansVoice);
  const choose = (kind: MediaDeviceKind, key: "microphone" | "speaker", label: string) => {
    const found = devices.filter((each) => each.kind === kind && each.deviceId !== "default");
    return (
      <label class="field">{label}
        <select value={chosen[key]} onChange={(e) => settings.change({ [key]: e.currentTarget.value })}>
          <option value="">{t("phone.usual")}</option>
          {found.map((each, i) => <option key={each.deviceId} value={each.deviceId}>{each.label || `${label} ${i + 1}`}</option>)}
        </select>
      </label>
    );
  };
  return (
    <Dialog title={t("phone.title")} onClose={props.onClose}>
      <form class="stack" onSubmit={(e) => e.preventDefault()}>
        <p class={trouble ? "notice" : "dim"}>{trouble ? `${word("phone.trouble", trouble)}. ${word("phone.advice", trouble)}` : word("phone", status)}</p>
        {choose("audioinput", "microphone", t("phone.microphone"))}
        <label class="field">{t("phone.level")} <meter min="0" max="1" low={0.2} high={0.95} optimum={0.6} value={level} /></label>
        {choose("audiooutput", "speaker", t("phone.speaker"))}
        <label class="check"><input type="checkbox" checked={chosen.cleansVoice} onChange={(e) => settings.change({ cleansVoice: e.currentTarget.checked })} /> {t("phone.cleans")}</label>
        <label class="check"><input type="checkbox" checked={chosen.answersItself} onChange={(e) => settings.change({ answersItself: e.currentTarget.checked })} /> {t("phone.auto")}</label>
        {hasEchoTest && (status === "echo"
          ? <p>{t("phone.echo.hint")} <button type="button" class="primary" onClick={endEcho}>{t("phone.echo.end")}</button></p>
          : <p><button type="button" disabled={status !== "ready"} onClick={() => void tryEcho()}>{t("phone.echo")}</button></p>)}
      </form>
    </Dialog>
  );
}

function useDevices(): MediaDeviceInfo[] {
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([]);
  useEffect(() => {
    const list = () => void navigator.mediaDevices.enumerateDevices().then(setDevices);
    list();
    navigator.mediaDevices.addEventListener("devicechange", list);
    return () => navigator.mediaDevices.removeEventListener("devicechange", list);
  }, []);
  return devices;
}

function useLevel(device: string, cleans: boolean): number {
  const [level, setLevel] = useState(0);
  useEffect(() => {
    let [stream, stop, isOver]: [MediaStream | null, () => void, boolean] = [null, () => undefined, false];
    void openMicrophone().then((opened) => {
      if (isOver) return closeMicrophone(opened);
      stream = opened;
      stop = followLevel(opened, setLevel);
    }, () => setLevel(0));
    return () => {
      isOver = true;
      stop();
      closeMicrophone(stream);
    };
  }, [device, cleans]);
  return level;
}
