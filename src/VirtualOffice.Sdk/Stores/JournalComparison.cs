using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Tells whether an append of unknown result was carried out.</summary>
internal static class JournalComparison
{
    /// <summary>Whether the history has exactly the append's events at the append's place; later ones may follow.</summary>
    public static bool Contains(CallHistory? history, JournalAppend append) =>
        history is not null
        && history.Events.Count >= append.ExpectedVersion + append.Events.Count
        && history.Events.Skip((int)append.ExpectedVersion).Take(append.Events.Count).Select(OfficeJson.Write).SequenceEqual(append.Events.Select(OfficeJson.Write), StringComparer.Ordinal);
}
