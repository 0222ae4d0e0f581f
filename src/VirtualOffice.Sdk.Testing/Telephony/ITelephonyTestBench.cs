using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Testing;

/// <summary>A PBX with phones and callers around it, on which a provider is tried: simulated, or real with a load generator.</summary>
/// <remarks>The cases await without <c>ConfigureAwait(false)</c>, so that they also run on a virtual clock.</remarks>
public interface ITelephonyTestBench
{
    /// <summary>The provider under test, not connected yet.</summary>
    ITelephonyProvider Provider { get; }

    /// <summary>The clock that waits are measured with.</summary>
    TimeProvider Clock { get; }

    /// <summary>How long to wait for anything that must happen; generous, for example 20 s.</summary>
    TimeSpan Deadline { get; }

    /// <summary>A number of the office that callers dial.</summary>
    string DialledNumber { get; }

    /// <summary>A device whose phone can be set.</summary>
    DeviceId Device { get; }

    /// <summary>A number of the public network whose phone can be set; it may have one line only.</summary>
    PhoneNumber Number { get; }

    /// <summary>A prompt that exists and lasts between half a second and five seconds.</summary>
    string KnownPrompt { get; }

    /// <summary>A valid name of a prompt that does not exist.</summary>
    string UnknownPrompt { get; }

    /// <summary>A new id for anything: ASCII letters and digits only, and never given before, also in earlier runs.</summary>
    string NewId();

    /// <summary>Lets somebody call.</summary>
    /// <param name="dialled">The number dialled.</param>
    /// <param name="callerNumber">The caller's number as it is signalled; null when withheld.</param>
    /// <param name="callerName">The caller's display name as it is signalled; null when there is none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<ITestParty> PlaceCallAsync(string dialled, string? callerNumber, string? callerName, CancellationToken cancellationToken);

    /// <summary>Sets how a phone behaves from now on, and counts its calls anew.</summary>
    Task SetPhoneAsync(DialTarget target, TestPhone phone, CancellationToken cancellationToken);

    /// <summary>How many calls a phone got since it was set; null where that cannot be measured.</summary>
    Task<int?> CountCallsAsync(DialTarget target, CancellationToken cancellationToken);

    /// <summary>Breaks the provider's connection, runs <paramref name="meanwhile"/> while it is broken, and lets the provider connect again.</summary>
    Task InterruptConnectionAsync(Func<CancellationToken, Task> meanwhile, CancellationToken cancellationToken);
}
