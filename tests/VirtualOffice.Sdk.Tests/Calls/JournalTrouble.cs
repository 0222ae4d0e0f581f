namespace VirtualOffice.Sdk.Tests.Calls;

/// <summary>What becomes of one request to a <see cref="TroubledJournal"/>.</summary>
internal enum JournalTrouble
{
    /// <summary>Nothing is done, and the store says that it is away.</summary>
    Away,

    /// <summary>It is done, and the store says that it is away.</summary>
    AwayAfterwards,

    /// <summary>It is done.</summary>
    None,
}
