namespace VirtualOffice.Sdk.Testing;

/// <summary>A caller on a test bench.</summary>
public interface ITestParty
{
    /// <summary>Whether the call is over for the caller.</summary>
    bool IsGone { get; }

    /// <summary>Hangs up.</summary>
    Task HangUpAsync(CancellationToken cancellationToken);

    /// <summary>Speaks from now on for a time; false where that cannot be done.</summary>
    Task<bool> SpeakAsync(TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Presses a key of the phone; the call is answered. False where that cannot be done.</summary>
    Task<bool> PressAsync(char digit, CancellationToken cancellationToken);

    /// <summary>Waits until the caller hears something; false when the bench's deadline passes before, null where hearing cannot be measured.</summary>
    Task<bool?> WaitUntilHearsAsync(TestSound sound, CancellationToken cancellationToken);
}
