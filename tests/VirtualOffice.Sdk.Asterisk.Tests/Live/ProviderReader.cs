using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Live;

/// <summary>Reads all that a provider yields, as an office does.</summary>
internal sealed class ProviderReader : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly List<TelephonyEvent> _events = [];
    private readonly Lock _gate = new();
    private readonly Task _reading;

    public ProviderReader(ITelephonyProvider provider) => _reading = ReadAsync(provider);

    public IReadOnlyList<TelephonyEvent> Events
    {
        get
        {
            lock (_gate)
            {
                return [.. _events];
            }
        }
    }

    /// <summary>Ends when the provider does; faults as it does.</summary>
    public Task Reading => _reading;

    public async Task<T> SeesAsync<T>(Func<T, bool>? condition = null, TimeSpan? within = null)
        where T : TelephonyEvent
    {
        var found = await Eventually.GetAsync(
            typeof(T).Name,
            () => Events,
            events => events.OfType<T>().Any(condition ?? (_ => true)),
            within);
        return found.OfType<T>().First(condition ?? (_ => true));
    }

    public Task<LegEnded> EndAsync(LegId leg, TimeSpan? within = null) => SeesAsync<LegEnded>(e => e.Leg == leg, within);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task ReadAsync(ITelephonyProvider provider)
    {
        await foreach (var telephonyEvent in provider.ConnectAsync(_end.Token))
        {
            lock (_gate)
            {
                _events.Add(telephonyEvent);
            }
        }
    }
}
