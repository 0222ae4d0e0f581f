using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>The call at the desk: offered, being served, or the one whose work goes on after it.</summary>
internal sealed record DeskCallView(
    string Id,
    long Version,
    CallStage Stage,
    DateTimeOffset StageSince,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? EndedAt,
    CallOutcomeKind? Outcome,
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
    IReadOnlyDictionary<string, string> Draft);
