namespace VirtualOffice.Sdk.Asterisk;

/// <summary>How long to wait before connecting again: 0.2 s at first, doubled up to 4 s, and up to a quarter less by chance so that many hosts don't come at once.</summary>
internal sealed class ReconnectPause(Random random)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    private TimeSpan _next = First;

    public TimeSpan Next()
    {
        var pause = _next * (1 - (random.NextDouble() / 4));
        _next = _next * 2 < Longest ? _next * 2 : Longest;
        return pause;
    }

    public void Reset() => _next = First;
}
