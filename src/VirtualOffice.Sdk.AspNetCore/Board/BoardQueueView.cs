using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Operating;

namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>A company's queue.</summary>
internal sealed record BoardQueueView(
    CompanyBadge Company,
    bool IsOpen,
    int Waiting,
    DateTimeOffset? LongestSince,
    IReadOnlyDictionary<string, int> Operators,
    ServiceLevelView Recent,
    ServiceLevelView Hour,
    int Callbacks);
