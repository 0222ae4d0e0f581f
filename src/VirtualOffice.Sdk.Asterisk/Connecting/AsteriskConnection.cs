using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>One connection, from the opening of the socket to its loss. Events that come while the snapshot is read wait behind it.</summary>
internal sealed partial class AsteriskConnection : IAsyncDisposable
{
    private readonly string _pbx;
    private readonly AriSocket _socket;
    private readonly EventTranslator _translator;
    private readonly EventOutlet _outlet;
    private readonly int _maxPendingEvents;
    private readonly AsteriskInstruments _instruments;
    private readonly ILogger _logger;
    private readonly AriEventReader _reader = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly HashSet<string> _malformedKinds = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private List<byte[]>? _held = [];
    private Task _reading = Task.CompletedTask;
    private Task _watching = Task.CompletedTask;
    private bool _isDisposed;

    public AsteriskConnection(
        string pbx,
        AriSocket socket,
        EventHearing hearing,
        EventTranslator translator,
        EventOutlet outlet,
        int maxPendingEvents,
        AsteriskInstruments instruments,
        ILogger logger)
    {
        (_pbx, _socket, Hearing, _translator, _outlet, _instruments, _logger) = (pbx, socket, hearing, translator, outlet, instruments, logger);
        _maxPendingEvents = maxPendingEvents;
        Events = new EventBuffer(maxPendingEvents);
    }

    public EventBuffer Events { get; }

    public EventHearing Hearing { get; }

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _socket.OpenAsync(cancellationToken).ConfigureAwait(false);
        _outlet.Open(Events);
        _reading = ReadAsync();
    }

    /// <summary>The snapshot is taken in: what came meanwhile is acted upon, in its order, and then what comes.</summary>
    public void GoLive()
    {
        lock (_gate)
        {
            foreach (var message in _held ?? [])
            {
                Handle(message);
            }

            _held = null;
        }

        _watching = WatchAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _outlet.Close(Events);
        await _closing.CancelAsync().ConfigureAwait(false);
        _socket.Dispose();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }

    private async Task ReadAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var reason = await _socket.ReadAsync(Receive, _closing.Token).ConfigureAwait(false);
        _outlet.Close(Events);
        Events.End(new TelephonyException(TelephonyError.Unavailable, reason));
    }

    private async Task WatchAsync()
    {
        var fault = await Hearing.WatchAsync(_closing.Token).ConfigureAwait(false);
        _outlet.Close(Events);
        Events.End(fault);
    }

    private void Receive(ReadOnlyMemory<byte> message)
    {
        Hearing.Hear();
        lock (_gate)
        {
            if (_held is null)
            {
                Handle(message.Span);
            }
            else if (_held.Count < _maxPendingEvents)
            {
                _held.Add(message.ToArray());
            }
            else
            {
                Events.End(new TelephonyException(TelephonyError.Unavailable, $"More than {_maxPendingEvents} events came while the state was being read."));
            }
        }
    }

    private void Handle(ReadOnlySpan<byte> message)
    {
        switch (_reader.Read(message, out var ariEvent))
        {
            case AriEventOutcome.Read:
                _instruments.EventRead(_pbx);
                _translator.Translate(in ariEvent);
                break;
            case AriEventOutcome.Ignored:
                _instruments.EventIgnored(_pbx);
                break;
            default:
                _instruments.EventMalformed(_pbx);
                var kind = message.Length == 0 ? "too long" : ariEvent.Type.ToString();
                if (_malformedKinds.Add(kind))
                {
                    LogMalformed(_logger, _pbx, kind, message.Length);
                }

                break;
        }
    }

    [LoggerMessage(2003, LogLevel.Warning, "Asterisk {Pbx} sent an event that cannot be read ({Kind}, {Length} bytes); it is skipped, and others of its kind are only counted")]
    private static partial void LogMalformed(ILogger logger, string pbx, string kind, int length);
}
