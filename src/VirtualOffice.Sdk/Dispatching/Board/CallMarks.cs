namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>What few calls have.</summary>
[Flags]
internal enum CallMarks : byte
{
    None = 0,

    /// <summary>It has come from another lane; that happens once.</summary>
    Overflowed = 1,

    /// <summary>It has a deadline in the wheel.</summary>
    Timed = 2,

    /// <summary>There are operators it is not offered to now.</summary>
    Excludes = 4,

    /// <summary>No limit lets it go.</summary>
    Patient = 8,
}
