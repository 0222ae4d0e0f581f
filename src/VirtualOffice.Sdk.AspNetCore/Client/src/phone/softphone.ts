import { request } from "../api";
import { settings } from "../settings";
import { Store } from "../store";
import type { Account, Line } from "./line";
import { closeMicrophone, openMicrophone } from "./microphone";

export type PhoneStatus = "none" | "connecting" | "ready" | "ringing" | "talking" | "echo";
export type PhoneTrouble = "microphone" | "account" | "line" | null;

export interface PhoneState {
  status: PhoneStatus;
  trouble: PhoneTrouble;
  hasEchoTest: boolean;
}

/** The phone in this page; status "none" where the operator's phone is another. */
export const phone = new Store<PhoneState>({ status: "none", trouble: null, hasEchoTest: false });

const speaker = new Audio();
speaker.autoplay = true;
let line: Line | null = null;
let microphone: MediaStream | null = null;
let isEcho = false;
let isWanted = false;

export async function startPhone(): Promise<void> {
  if (isWanted) return;
  isWanted = true;
  const account = await request<Account | undefined>("GET", "desk/softphone");
  if (!account || !isWanted) return;
  phone.set({ status: "connecting", trouble: null, hasEchoTest: account.echoTest !== null });
  await askForMicrophone();
  const { Line } = await import("./line");
  if (!isWanted) return;
  line = new Line(account, {
    onReady: () => phone.change({ status: phone.value.status === "connecting" ? "ready" : phone.value.status, trouble: phone.value.trouble === "microphone" ? "microphone" : null }),
    onDown: () => phone.change({ status: phone.value.status === "ready" ? "connecting" : phone.value.status, trouble: "line" }),
    onRefused: () => phone.change({ status: "connecting", trouble: "account" }),
    onRinging: () => {
      phone.change({ status: "ringing" });
      if (settings.value.answersItself) void answer();
    },
    onTalking: (audio) => {
      speaker.srcObject = audio;
      void speaker.setSinkId?.(settings.value.speaker).catch(() => undefined);
      void speaker.play().catch(() => undefined);
      phone.change({ status: isEcho ? "echo" : "talking" });
    },
    onOver: () => {
      speaker.srcObject = null;
      closeMicrophone(microphone);
      [microphone, isEcho] = [null, false];
      phone.change({ status: phone.value.trouble === "line" ? "connecting" : "ready" });
    },
  });
}

/** The operator works elsewhere now, or goes. */
export function stopPhone(): void {
  isWanted = false;
  line?.close();
  line = null;
  closeMicrophone(microphone);
  microphone = null;
  phone.set({ status: "none", trouble: null, hasEchoTest: false });
}

export async function answer(): Promise<void> {
  const stream = await takeMicrophone();
  if (stream) line?.answer(stream);
}

export async function tryEcho(): Promise<void> {
  const stream = await takeMicrophone();
  if (!stream) return;
  isEcho = true;
  line?.echo(stream);
}

export const endEcho = (): void => line?.hangUp();

async function takeMicrophone(): Promise<MediaStream | null> {
  try {
    microphone ??= await openMicrophone();
    if (phone.value.trouble === "microphone") phone.change({ trouble: null });
    return microphone;
  } catch {
    phone.change({ trouble: "microphone" });
    return null;
  }
}

/** So that the browser asks the person now and not while a caller waits. */
async function askForMicrophone(): Promise<void> {
  try {
    closeMicrophone(await openMicrophone());
  } catch {
    phone.change({ trouble: "microphone" });
  }
}

addEventListener("pagehide", () => line?.close());
