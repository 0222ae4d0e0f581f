using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Callbacks;

/// <summary>How a call-back task ended: a person dealt with it, or the caller called again and was served.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who dealt with it, as the host names people; null when the caller called again.</param>
/// <param name="Note">What came of it; null when nobody wrote anything.</param>
/// <param name="CalledAgain">The later call in which the caller was served; null when a person dealt with the task.</param>
public sealed record CallbackEnd(DateTimeOffset At, string? By, string? Note, CallId? CalledAgain = null)
{
    /// <summary>The longest <see cref="By"/>.</summary>
    public const int MaxByLength = 64;

    /// <summary>The longest <see cref="Note"/>.</summary>
    public const int MaxNoteLength = 2000;
}
