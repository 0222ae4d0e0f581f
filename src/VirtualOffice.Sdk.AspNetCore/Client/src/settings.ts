import { Store } from "./store";

export interface Settings {
  theme: "system" | "light" | "dark";
  language: string;
  ringVolume: number;
  singleKeys: boolean;
  /** The phone in this page: ids of devices, empty for the computer's usual ones. */
  microphone: string;
  speaker: string;
  cleansVoice: boolean;
  answersItself: boolean;
}

const key = "virtualoffice-desk";
const initial: Settings = { theme: "system", language: navigator.language.startsWith("ru") ? "ru" : "en", ringVolume: 0.25, singleKeys: true, microphone: "", speaker: "", cleansVoice: true, answersItself: false };

function read(): Settings {
  try {
    return { ...initial, ...(JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Settings>) };
  } catch {
    return initial;
  }
}

export const settings = new Store(read());

function apply(): void {
  document.documentElement.dataset["theme"] = settings.value.theme;
  document.documentElement.lang = settings.value.language;
}

settings.subscribe(() => {
  localStorage.setItem(key, JSON.stringify(settings.value));
  apply();
});
apply();
