namespace VirtualOffice.Sdk.Messages;

/// <summary>When a delivery is attempted again: fast at first, then hourly, given up after five days (RFC 5321, 4.5.4.1).</summary>
internal static class DeliveryBackoff
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
    ];

    private const int MaxAttempts = 6 + (5 * 24);

    /// <summary>The pause after so many failed attempts; null when it is given up.</summary>
    public static TimeSpan? After(int attempts)
    {
        if (attempts >= MaxAttempts)
        {
            return null;
        }

        return attempts <= Pauses.Length ? Pauses[attempts - 1] : TimeSpan.FromHours(1);
    }
}
