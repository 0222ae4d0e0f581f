import type { Me, Problem } from "./types";

export class ApiError extends Error {
  constructor(readonly status: number, readonly title: string, detail: string, readonly problems: Problem[] = []) {
    super(detail);
  }
}

/** The network is away, which is not an answer. */
export class Unreachable extends Error {}

let me: Me | null = null;

async function send(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  const init: RequestInit = { method, credentials: "same-origin", headers: { Accept: "application/json", ...headers } };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    (init.headers as Record<string, string>)["Content-Type"] = "application/json";
  }

  if (method !== "GET" && me) (init.headers as Record<string, string>)[me.tokenHeader] = me.token;
  try {
    return await fetch(`./api/${path}`, init);
  } catch {
    throw new Unreachable();
  }
}

async function errorOf(response: Response): Promise<ApiError> {
  try {
    const problem = (await response.json()) as { title?: string; detail?: string; problems?: Problem[] };
    return new ApiError(response.status, problem.title ?? "", problem.detail ?? response.statusText, problem.problems);
  } catch {
    return new ApiError(response.status, "", response.statusText);
  }
}

export async function signIn(): Promise<Me> {
  const response = await send("GET", "me", undefined, {});
  if (!response.ok) throw await errorOf(response);
  return (me = (await response.json()) as Me);
}

export async function request<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  let response = await send(method, path, body, headers);
  if (response.status === 400 && method !== "GET") {
    const error = await errorOf(response);
    if (error.title !== "Antiforgery") throw error;
    // The host was restarted and has another key: a new token, once.
    await signIn();
    response = await send(method, path, body, headers);
  }

  if (!response.ok) throw await errorOf(response);
  return (response.status === 204 || response.headers.get("Content-Length") === "0" ? undefined : await response.json().catch(() => undefined)) as T;
}

export const get = <T>(path: string) => request<T>("GET", path);

export const query = (parameters: Record<string, string | number | null | undefined>) => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== null && value !== undefined && value !== "") search.set(name, String(value));
  return search.size ? `?${search}` : "";
};
