namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>What a supervisor tells every operator.</summary>
internal sealed record DeskNotice(string Id, string Text, string By, DateTimeOffset At);
