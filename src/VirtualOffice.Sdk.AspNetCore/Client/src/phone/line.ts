// The only file that knows SIP; it is loaded when an operator's phone is the browser, and not before.
import { UA, WebSocketInterface } from "jssip";
import type { RTCSession } from "jssip/lib/RTCSession";

export interface Account {
  server: string;
  domain: string;
  user: string;
  password: string;
  name: string;
  echoTest: string | null;
  iceServers: string[];
}

export interface LineEvents {
  onReady(): void;
  onDown(): void;
  onRefused(): void;
  onRinging(): void;
  onTalking(audio: MediaStream): void;
  onOver(): void;
}

/** Another phone of the operator's has the call, or the page is left: the PBX counts the operator as lost, and the caller stays. */
const lost = ["Reason: Q.850;cause=41;text=\"the phone is gone\""];

/** A line to the PBX with at most one call on it. */
export class Line {
  readonly #ua: UA;
  #session: RTCSession | null = null;
  #hasReconnected = false;

  constructor(private readonly account: Account, private readonly events: LineEvents) {
    this.#ua = new UA({
      sockets: [new WebSocketInterface(account.server)],
      uri: `sip:${account.user}@${account.domain}`,
      authorization_user: account.user,
      password: account.password,
      display_name: account.name,
      register_expires: 120,
      connection_recovery_min_interval: 1,
      connection_recovery_max_interval: 10,
      session_timers: false,
    });
    this.#ua.on("registered", () => this.#registered());
    this.#ua.on("registrationFailed", () => events.onRefused());
    this.#ua.on("disconnected", () => {
      this.#hasReconnected = this.#session !== null;
      events.onDown();
    });
    this.#ua.on("newRTCSession", (e: { session: RTCSession; originator: string }) => this.#take(e.session, e.originator === "remote"));
    this.#ua.start();
  }

  get isRinging(): boolean {
    return this.#session?.direction === "incoming" && !this.#session.isEstablished();
  }

  answer(microphone: MediaStream): void {
    if (this.isRinging) this.#session?.answer({ mediaStream: microphone, pcConfig: this.#network() });
  }

  /** Hears oneself. */
  echo(microphone: MediaStream): void {
    if (this.account.echoTest && !this.#session) this.#ua.call(`sip:${this.account.echoTest}@${this.account.domain}`, { mediaStream: microphone, pcConfig: this.#network() });
  }

  hangUp(): void {
    if (this.#session && !this.#session.isEnded()) this.#session.terminate();
  }

  /** The phone is here no longer; a call on it goes on without the operator. */
  close(): void {
    const session = this.#session;
    if (session && !session.isEnded()) session.terminate(session.isEstablished() ? { extraHeaders: lost } : { status_code: 480 });
    this.#ua.stop();
  }

  #network(): RTCConfiguration {
    return { iceServers: this.account.iceServers.length ? [{ urls: this.account.iceServers }] : [], bundlePolicy: "max-bundle" };
  }

  #registered(): void {
    // The PBX knows the old connection only: without a new offer it could not tell this page that the call is over.
    if (this.#hasReconnected && this.#session?.isEstablished()) this.#session.renegotiate();
    this.#hasReconnected = false;
    this.events.onReady();
  }

  #take(session: RTCSession, isIncoming: boolean): void {
    if (this.#session) {
      session.terminate({ status_code: 486 });
      return;
    }

    this.#session = session;
    const heard = (connection: RTCPeerConnection) => connection.addEventListener("track", (e) => this.events.onTalking(e.streams[0] ?? new MediaStream([e.track])));
    if (session.connection) heard(session.connection);
    else session.on("peerconnection", (e: { peerconnection: RTCPeerConnection }) => heard(e.peerconnection));
    for (const end of ["ended", "failed"] as const) session.on(end, () => {
      if (this.#session !== session) return;
      this.#session = null;
      this.events.onOver();
    });
    if (isIncoming) this.events.onRinging();
  }
}
