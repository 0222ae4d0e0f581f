// What the server's REST interface answers; see its OpenAPI document.

export type Role = "Operator" | "Supervisor" | "Client" | "Admin";

export type Right = "Listen" | "Whisper" | "Barge";

export interface Me {
  name: string;
  roles: Role[];
  rights: Right[];
  operator: string | null;
  company: string | null;
  companyName: string | null;
  tokenHeader: string;
  token: string;
  signOutPath: string | null;
}

export interface Badge { id: string; name: string; hue: number; accent: string | null }

export type OperatorState = "Offline" | "Available" | "Offered" | "OnCall" | "WrapUp" | "Break";

export interface DeskOperator {
  id: string;
  name: string;
  state: OperatorState;
  reason: string | null;
  since: string;
  wrapUpEnds: string | null;
  companies: Badge[];
  breakReasons: string[];
  dispositions: Choice[];
}

export interface Choice { id: string; name: string }

export interface DeskNumber { number: string; kind: string; ringSeconds: number | null; transfer: string; mustAccept: boolean }

export interface Employee { id: string; name: string; department: string | null; pronunciation: string | null; email: string | null; numbers: DeskNumber[]; away: Away | null }

export interface Away { reason: string; note: string | null; until: string | null; standIn: string | null }

export interface Target { target: string; name: string; isOnCall: boolean; ring: string | null; people: string[]; rule: string | null; until: string | null }

export interface DeskCompany {
  id: string;
  name: string;
  hue: number;
  accent: string | null;
  pronunciation: string | null;
  timeZone: string;
  utcOffsetMinutes: number;
  isOpen: boolean;
  hoursRule: string;
  hoursChangeAt: string | null;
  messagesTo: string | null;
  employees: Employee[];
  targets: Target[];
  callTypes: Choice[];
  mayDialByHand: boolean;
}

export interface OpeningDecision { isOpen: boolean; rule: string; changesAt: string | null }

export interface CardItem {
  id?: string; name?: string; text?: string | null; until?: string | null; price?: string | null; keywords?: string[];
  address?: string; phone?: string | null; map?: string | null; directions?: string | null; hours?: OpeningDecision | null;
  question?: string; answer?: string; instructions?: string | null; number?: string; note?: string | null; fax?: string;
}

export interface CardSection { id: string; title: string; text: string | null; instructions: string | null; items: CardItem[] }

export interface Card {
  company: string; name: string; version: string; at: string; hours: OpeningDecision; instructions: string | null;
  notices: { text: string; until: string | null }[]; sections: CardSection[];
}

export interface Caller {
  number: string | null;
  text: string | null;
  name: string | null;
  knownAs: string | null;
  note: string | null;
  priority: "Low" | "Normal" | "High" | "Vip";
  isRedial: boolean;
  lastCall: string | null;
}

export interface Attempt { number: string; name: string | null; at: string; answeredAt: string | null; endedAt: string | null; result: string | null }

export interface Transfer {
  number: number;
  employee: string;
  name: string;
  at: string;
  endedAt: string | null;
  result: string | null;
  planned: { number: string; name: string | null; kind: string }[];
  skipped: { name: string | null; number: string | null; reason: string; detail: string }[];
  consult: "Employee" | "Caller" | "Everybody" | null;
  attempts: Attempt[];
}

export interface Delivery { recipient: string; state: string; attempts: number; lastError: string | null }

export interface Recording { id: string; state: string; seconds: number | null; reason: string | null; href: string | null }

export interface Message {
  id: string;
  kind: string;
  employee: string | null;
  fields: Record<string, string>;
  at: string;
  urgency: string;
  corrects: string | null;
  recording: Recording | null;
  delivery: Delivery[];
}

export interface MessageLog { entries: { at: string; kind: string; who: string | null; detail: string; delivery: string | null }[] }

export interface DeskCall {
  id: string;
  version: number;
  situation: string;
  stage: string;
  stageSince: string;
  receivedAt: string;
  endedAt: string | null;
  outcome: string | null;
  canTakeMessage: boolean;
  offer: { at: string; canAccept: boolean } | null;
  acceptedAt: string | null;
  company: DeskCompany;
  dialled: string;
  caller: Caller;
  greeting: string;
  transfer: Transfer | null;
  transfers: Transfer[];
  messages: Message[];
  recording: Recording | null;
  line: Line;
  callType: string | null;
  script: ScriptScreen | null;
  draft: Record<string, string>;
  questions: { text: string; isAnswered: boolean; faq: string | null }[];
  panels: { id: string; title: string }[];
}

export interface Line { isOnHold: boolean; isMuted: boolean; isRecorded: boolean; recordingPausedAt: string | null; disposition: string | null; dispositionNote: string | null }

export type FieldType = "Text" | "Name" | "Phone" | "Email" | "Choice" | "Date" | "Number";

export interface ScriptField {
  name: string; step: string; type: FieldType; label: string; choices: string[]; atLeast: number | null; atMost: number | null; isRequired: boolean; isMasked: boolean;
}

export interface ScriptScreen {
  name: string; step: string; kind: string; text: string; answers: { field: string; value: string; isMasked: boolean }[]; steps: string[]; canGoBack: boolean;
  field: string | null; isRequired: boolean; exits: string[]; fields: ScriptField[];
}

export interface Preview { deliveries: { channel: string; recipient: string; dueAt: string | null; unlessAcknowledged: boolean; subject: string | null; text: string | null }[] }

export interface PanelContent { rows: { label: string; text: string; link: string | null }[] }

export interface CornerQuestion { faq: string | null; text: string; answered: number; unanswered: number; lastAt: string }

export interface DeskQueue { company: string; waiting: number; longestSince: string | null }

export interface DeskSnapshot {
  version: number;
  at: string;
  epoch: number;
  leaseSeconds: number;
  operator: DeskOperator;
  call: DeskCall | null;
  queues: DeskQueue[];
  notices: Notice[];
}

export interface Notice { id: string; text: string; by: string; at: string }

export interface HistoryItem {
  call: string;
  at: string;
  outcome: string | null;
  operator: string | null;
  transferredTo: string | null;
  messageFor: string | null;
  text: string | null;
  isOpen: boolean;
}

export interface WorkDelivery {
  id: string; call: string; company: string; channel: string; recipient: string; state: string;
  attempts: number; savedAt: string; lastError: string | null;
}

export interface WorkCallback { call: string; company: string; number: string; name: string | null; calledAt: string; outcome: string; waitedSeconds: number | null }

export interface Work { deliveries: WorkDelivery[]; callbacks: WorkCallback[] }

export interface Today { calls: number; transferred: number; messages: number; talkSeconds: number; averageTalkSeconds: number }

export interface ServiceLevel {
  minutes: number; thresholdSeconds: number; answered: number; answeredInTime: number; abandoned: number;
  abandonedInTime: number; ofAnswered: number | null; ofAll: number | null;
}

export interface BoardQueue {
  company: Badge; isOpen: boolean; waiting: number; longestSince: string | null; operators: Partial<Record<OperatorState, number>>;
  recent: ServiceLevel; hour: ServiceLevel; callbacks: number;
}

export interface BoardOperator {
  id: string; name: string; state: OperatorState; reason: string | null; since: string; companies: string[];
  call: string | null; callCompany: string | null; hasDesk: boolean; deskLostAt: string | null;
}

export interface BoardCall {
  id: string; company: Badge | null; dialled: string; caller: string | null; callerName: string | null; priority: string; stage: string;
  since: string; receivedAt: string; operator: string | null; employee: string | null;
}

export interface BoardAlarm { kind: string; company: Badge | null; operator: string | null; count: number | null; since: string | null; text: string | null }

export interface BoardSnapshot {
  version: number; at: string; isReady: boolean; waitingFor: string[]; queues: BoardQueue[]; operators: BoardOperator[]; calls: BoardCall[]; alarms: BoardAlarm[]; notices: Notice[]; listeners: BoardListener[];
}

export interface BoardListener { call: string; supervisor: string; by: string; mode: Right; since: string; isConnected: boolean }

export interface AuditEntry {
  id: string; at: string; act: string; by: string; role: string | null; address: string | null; outcome: "Done" | "Refused" | "Failed"; reason: string | null;
  call: string | null; company: string | null; operator: string | null; detail: string | null;
}

export interface AuditEntries { entries: AuditEntry[]; next: string | null }

export interface FoundCall {
  id: string; company: Badge | null; dialled: string; caller: string | null; callerName: string | null; receivedAt: string;
  endedAt: string | null; outcome: string | null; operator: string | null;
}

export interface FoundCalls { calls: FoundCall[]; next: string | null }

export interface TimelineEntry { sequence: number; at: string; type: string; facts: Record<string, string> }

export interface FullCall {
  id: string; dialled: string; caller: string; callerName: string | null; receivedAt: string; endedAt: string | null; outcome: string | null;
  outcomeReason: string | null; waitedSeconds: number | null; stage: string | null; messages: Message[]; recording: Recording | null;
}

export interface CallDetail { call: FullCall; company: Badge | null; operatorName: string | null; timeline: TimelineEntry[]; unwritten: Unwritten | null }

export interface Unwritten { draft: Record<string, string>; employees: Choice[] }

export interface Routing { summary: string; strategy: string; waitedSeconds: number; position: number | null; expectedWaitSeconds: number | null; chosen: string | null; skipped: Record<string, string> }

export interface Corner {
  company: Badge; numbers: string[]; timeZone: string; isOpen: boolean; hoursRule: string; hoursChangeAt: string | null;
  greeting: string | null; messagesTo: string | null; employees: Employee[];
}

export interface CornerMessage {
  call: string; caller: string | null; callerName: string | null; employeeName: string | null; urgency: string; message: Message;
  acknowledgedAt: string | null; acknowledgedBy: string | null;
}

export interface CornerMessages { messages: CornerMessage[]; next: string | null }

export interface Explanation { at: string; isOpen: boolean; lines: string[] }

export interface CompanyDocument { version: string; text: string; lostRemarks: string[] }

export interface Draft { id: string; revision: number; basedOn: string | null; by: string | null; savedAt: string; text: string }

export interface Problem { line: number | null; column: number | null; field: string | null; text: string; isWarning: boolean }

/** An entry of a list of the form: of, which entry of the document it was, and what is typed. */
export interface FormEntry { of?: number | null; [field: string]: unknown }

export interface FormOnCall { of?: number | null; name: string; who: string; entries: FormEntry[] }

export interface FormMessageText { subject: string | null; body: string | null }

export interface MessageTextPreview { subject: string | null; text: string | null }

export interface CompanyForm {
  messageText: FormMessageText;
  about: string | null; instructions: string | null; isRoundTheClock: boolean; hours: string[]; onCall: FormOnCall[];
  exceptions: FormEntry[]; absences: FormEntry[]; notices: FormEntry[]; promotions: FormEntry[]; services: FormEntry[]; offices: FormEntry[]; faq: FormEntry[]; sections: FormEntry[];
}

export interface FormPerson { id: string; name: string }

export interface FormView { form: CompanyForm; employees: FormPerson[]; mergeFields: string[] }

export interface Review { inForce: string | null; isOutdated: boolean; canPublish: boolean; problems: Problem[]; changes: string[] }

export interface Version { version: string; at: string; isInForce: boolean }

export interface DayInterval {
  at: string; offered: number; answered: number; answeredInTime: number; abandoned: number; abandonedInTime: number; ofAnswered: number | null; ofAll: number | null; longestWaitSeconds: number | null;
}

export interface DayStatistics { company: string | null; at: string; from: string; minutes: number; thresholdSeconds: number; waiting: number; intervals: DayInterval[] }

export interface Waveform { seconds: number; peaks: number[]; pauses: { at: number; seconds: number | null; reason: "Asked" | "Policy" }[] }
