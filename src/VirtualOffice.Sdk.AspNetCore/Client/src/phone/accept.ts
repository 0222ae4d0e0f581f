import type { DeskCall } from "../types";
import { answer, type PhoneStatus } from "./softphone";

/** How the offered call is accepted here; null where the operator has to pick up a phone by hand. */
export function acceptOf(call: DeskCall | null, status: PhoneStatus, post: (path: string) => void): (() => void) | null {
  if (!call?.offer) return null;
  if (status === "ringing") return () => void answer();
  return call.offer.canAccept ? () => post("accept") : null;
}
