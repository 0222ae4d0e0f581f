namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>How many wait for a company the operator serves.</summary>
internal sealed record DeskQueueView(string Company, int Waiting, DateTimeOffset? LongestSince);
