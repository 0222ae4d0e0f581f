using System.Diagnostics;
using System.Diagnostics.Metrics;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Queues;

namespace VirtualOffice.Sdk;

/// <summary>The office's metrics and traces.</summary>
internal sealed class OfficeInstruments : IDisposable
{
    private readonly ActivitySource _activities = new(VirtualOfficeTelemetry.SourceName);
    private readonly Meter _meter;
    private readonly Counter<long> _received;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _wait;
    private readonly Counter<long> _offers;
    private readonly Counter<long> _attempts;
    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _retired;
    private readonly Counter<long> _posts;

    public OfficeInstruments(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(VirtualOfficeTelemetry.SourceName) ?? new Meter(VirtualOfficeTelemetry.SourceName);
        _received = _meter.CreateCounter<long>("virtualoffice.calls.received", "{call}", "Calls received.");
        _duration = _meter.CreateHistogram<double>("virtualoffice.call.duration", "s", "From receipt to end of a call, by outcome.");
        _wait = _meter.CreateHistogram<double>("virtualoffice.call.wait", "s", "From entering the queue to an operator's answer.");
        _offers = _meter.CreateCounter<long>("virtualoffice.offers", "{offer}", "Offers of calls to operators, by result.");
        _attempts = _meter.CreateCounter<long>("virtualoffice.transfer.attempts", "{attempt}", "Numbers of employees dialled, by result.");
        _meter.CreateObservableGauge("virtualoffice.books.imbalances", () => Books?.Imbalances.Count ?? 0, "{imbalance}", "What does not balance in the office's books.");
        _meter.CreateObservableGauge("virtualoffice.calls.live", () => Books?.Calls.Live ?? 0, "{call}", "Calls without an outcome in the journal.");
        _meter.CreateObservableGauge("virtualoffice.messages.pending", () => Books?.Outbox.Pending ?? 0, "{delivery}", "Deliveries to be attempted.");
        _meter.CreateObservableGauge("virtualoffice.messages.given_up", () => Books?.Outbox.Failed ?? 0, "{delivery}", "Deliveries that a person must look at.");
        _meter.CreateObservableGauge("virtualoffice.callbacks.open", () => Books?.OpenCallbacks ?? 0, "{callback}", "Callers to be called back.");
        _meter.CreateObservableGauge("virtualoffice.spool.entries", () => Books?.Spooled ?? 0, "{entry}", "Journal entries in the emergency spool.");
        _meter.CreateObservableGauge("virtualoffice.audit.waiting", () => AuditWaiting, "{entry}", "Entries of the audit that wait for their store.");
        _retired = _meter.CreateCounter<long>("virtualoffice.strategies.retired", "{strategy}", "Routing strategies that failed or were slow, and were replaced by the longest idle.");
        _posts = _meter.CreateCounter<long>("virtualoffice.webhook.posts", "{post}", "Posts of events, by webhook and outcome.");
        _deliveries = _meter.CreateCounter<long>("virtualoffice.message.attempts", "{attempt}", "Attempts to deliver messages, by outcome.");
    }

    /// <summary>What is counted of the service.</summary>
    public ServiceLevels Service { get; } = new();

    /// <summary>The books as they were drawn up last.</summary>
    public OfficeBooks? Books { get; set; }

    /// <summary>What is out of balance in them for longer than a moment; empty when nothing is.</summary>
    public IReadOnlyList<string> BooksAlarm { get; set; } = [];

    /// <summary>How many entries of the audit wait for their store.</summary>
    public int AuditWaiting { get; set; }

    public Activity? StartCall(CallId call) => _activities.StartActivity("call")?.SetTag("virtualoffice.call.id", call.ToString());

    public void Journaled(CallRecord record, CallEvent callEvent)
    {
        Service.Follow(record, callEvent);
        switch (callEvent)
        {
            case CallReceived { CallsBack: null }:
                _received.Add(1);
                break;
            case OfferEnded { Result: var result } e:
                _offers.Add(1, new KeyValuePair<string, object?>("result", result.ToString()));
                if (result == OfferResult.Accepted && !e.Whispers)
                {
                    Waited(record, e.At);
                }

                break;
            case WhisperEnded e:
                Waited(record, e.At);
                break;
            case AttemptEnded { Result: var result }:
                _attempts.Add(1, new KeyValuePair<string, object?>("result", result.ToString()));
                break;
            case CallEnded e:
                _duration.Record(Math.Max(0, (e.At - record.ReceivedAt).TotalSeconds), new KeyValuePair<string, object?>("outcome", e.Outcome.Kind.ToString()));
                break;
        }
    }

    private void Waited(CallRecord record, DateTimeOffset at)
    {
        if (record.QueuedAt is { } queued)
        {
            _wait.Record(Math.Max(0, (at - queued).TotalSeconds));
        }
    }

    public void Retired(string strategy) => _retired.Add(1, new KeyValuePair<string, object?>("strategy", strategy));

    public void Attempted(DeliveryOutcome outcome) => _deliveries.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString()));

    public void Posted(string webhook, DeliveryOutcome outcome) =>
        _posts.Add(1, new KeyValuePair<string, object?>("webhook", webhook), new KeyValuePair<string, object?>("outcome", outcome.ToString()));

    public void Dispose()
    {
        _activities.Dispose();
        _meter.Dispose();
    }
}
