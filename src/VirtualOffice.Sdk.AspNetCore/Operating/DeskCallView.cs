using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>The call at the desk: offered, being served, or the one whose work goes on after it.</summary>
internal sealed record DeskCallView(
    string Id,
    long Version,
    string Situation,
    CallStage Stage,
    DateTimeOffset StageSince,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? EndedAt,
    CallOutcomeKind? Outcome,
    bool CanTakeMessage,
    DeskOfferView? Offer,
    DateTimeOffset? AcceptedAt,
    DeskCompanyView Company,
    string Dialled,
    DeskCallerView Caller,
    string Greeting,
    DeskTransferView? Transfer,
    IReadOnlyList<DeskTransferView> Transfers,
    IReadOnlyList<MessageView> Messages,
    RecordingView? Recording,
    DeskLineView Line,
    string? CallType,
    ScriptScreen? Script,
    IReadOnlyDictionary<string, string> Draft,
    IReadOnlyList<AskedQuestion> Questions,
    IReadOnlyList<DeskPanelName> Panels);
