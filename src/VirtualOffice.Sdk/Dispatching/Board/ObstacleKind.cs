namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>The kinds of <see cref="Obstacle"/>.</summary>
internal enum ObstacleKind
{
    /// <summary>Nothing: the strategy put another first.</summary>
    None,

    /// <summary>The operator is not free.</summary>
    Busy,

    /// <summary>The operator lacks a skill the call needs.</summary>
    SkillMissing,

    /// <summary>The operator declined or missed this call a moment ago.</summary>
    Declined,

    /// <summary>The operator's ring has not opened yet for this call.</summary>
    BackupLater,

    /// <summary>The call waits for the operator who served the caller last.</summary>
    PromisedToAnother,

    /// <summary>The call has left the board.</summary>
    CallGone,
}
