namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>One thing that happened in a call; a page says it in words of its language.</summary>
/// <param name="Sequence">Its place in the call, from 1.</param>
/// <param name="At">When.</param>
/// <param name="Type">What, as the journal calls it.</param>
/// <param name="Facts">With whom, which number, with which result: as words and numbers, under the journal's names.</param>
internal sealed record TimelineEntry(long Sequence, DateTimeOffset At, string Type, IReadOnlyDictionary<string, string> Facts);
