const prefix = "virtualoffice-sending:";

interface Pending { body: string; key: string }

/**
 * Sends a message of a call under a key that stays until the office has answered: whoever presses again after an answer was lost, in this tab or after a reload, has sent one message.
 * Another text is another message.
 * @param what The call, or the message of it that is corrected.
 */
export async function sendOnce(what: string, message: unknown, send: (key: string) => Promise<unknown>): Promise<void> {
  const body = JSON.stringify(message);
  const before = read(what);
  const pending = before?.body === body ? before : { body, key: crypto.randomUUID() };
  keep(what, pending);
  await send(pending.key);
  keep(what, null);
}

function read(call: string): Pending | null {
  try {
    return JSON.parse(localStorage.getItem(prefix + call) ?? "null") as Pending | null;
  } catch {
    return null;
  }
}

function keep(call: string, pending: Pending | null): void {
  try {
    if (pending) localStorage.setItem(prefix + call, JSON.stringify(pending));
    else localStorage.removeItem(prefix + call);
  } catch {
    // A full storage leaves the key to this one attempt.
  }
}
