using System.Threading.Channels;

namespace VirtualOffice.Sdk.Telephony;

/// <summary>The leg of somebody who is rung up to be told a message: what the PBX reports of it, one thing after the other.</summary>
internal sealed class RecipientLeg(LegId id, TimeProvider clock)
{
    // A phone that sends more than this is not obeyed.
    private const int MaxWaiting = 1000;

    private readonly Channel<LegEvent?> _events = Channel.CreateBounded<LegEvent?>(new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    public LegId Id => id;

    /// <summary>Whether the PBX has carried out the command to dial it.</summary>
    public bool IsDialled { get; set; }

    public void Post(LegEvent e) => _events.Writer.TryWrite(e);

    /// <summary>The next event; null when the time was over before it.</summary>
    public async Task<LegEvent?> NextAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        if (within <= TimeSpan.Zero)
        {
            return _events.Reader.TryRead(out var waiting) ? waiting : null;
        }

        await using var timer = clock.CreateTimer(_ => _events.Writer.TryWrite(null), null, within, Timeout.InfiniteTimeSpan);
        return await _events.Reader.ReadAsync(cancellationToken);
    }
}
