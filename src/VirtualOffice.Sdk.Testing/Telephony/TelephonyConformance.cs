namespace VirtualOffice.Sdk.Testing;

/// <summary>What <see cref="Telephony.ITelephonyProvider"/> promises, as cases. A provider that passes them all is right.</summary>
public static class TelephonyConformance
{
    /// <summary>The cases. Each takes a few seconds of the bench's clock and leaves nothing behind at the PBX.</summary>
    public static IReadOnlyList<ConformanceCase<ITelephonyTestBench>> Cases { get; } =
    [
        .. ConnectCases.All,
        .. IncomingCases.All,
        .. DialCases.All,
        .. GoneCases.All,
        .. BridgeCases.All,
        .. PlaybackCases.All,
        .. DigitCases.All,
        .. PartyRecordingCases.All,
        .. ConversationRecordingCases.All,
        .. CallRecordCases.All,
        .. PhoneTransferCases.All,
        .. ListeningCases.All,
    ];

    internal static ConformanceCase<ITelephonyTestBench> Case(string name, Func<TelephonyProbe, Task> run) =>
        new(name, (bench, cancellationToken) => TelephonyProbe.RunAsync(bench, run, cancellationToken));
}
