using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Intake;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Speech;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Calls;

/// <summary>What every call of an office uses.</summary>
internal sealed record CallServices(
    OfficeRuntime Runtime,
    OfficeOptions Options,
    ICallJournal Journal,
    ICommandInbox Inbox,
    ICallIndex Index,
    ICallbackStore Callbacks,
    ICallDispatcher Dispatcher,
    CompanyDirectory Companies,
    RecordingVault Vault,
    OfficeEvents Events,
    OfficeInstruments Instruments,
    OutboxWorker Outbox,
    IntakePipeline Intake,
    ScriptKinds Scripts,
    TransferPlanner Transfers,
    SpeechCache? Speech,
    Func<OperatorId, string?> OperatorName,
    ILogger<CallSession> Logger);
