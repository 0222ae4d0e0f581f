using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>Metrics and traces of all Asterisk connections of a process.</summary>
internal sealed class AsteriskInstruments : IDisposable
{
    public const string Name = "VirtualOffice.Sdk.Asterisk";

    private readonly ActivitySource _activities = new(Name);
    private readonly Meter _meter;
    private readonly Counter<long> _events;
    private readonly Counter<long> _reconnects;
    private readonly Counter<long> _malformedRecords;
    private readonly Histogram<double> _commands;

    public AsteriskInstruments(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(Name) ?? new Meter(Name);
        _events = _meter.CreateCounter<long>("virtualoffice.asterisk.events", "{event}", "Events of Asterisk, by what was done with them.");
        _reconnects = _meter.CreateCounter<long>("virtualoffice.asterisk.connections.lost", "{connection}", "Connections to Asterisk that were lost.");
        _malformedRecords = _meter.CreateCounter<long>("virtualoffice.asterisk.call_records.malformed", "{record}", "Call records of Asterisk that could not be read.");
        _commands = _meter.CreateHistogram<double>("virtualoffice.asterisk.command.duration", "s", "Commands to Asterisk, by command and status.");
    }

    public void EventRead(string pbx) => Count(pbx, "read");

    public void EventIgnored(string pbx) => Count(pbx, "ignored");

    public void EventMalformed(string pbx) => Count(pbx, "malformed");

    public void ConnectionLost(string pbx) => _reconnects.Add(1, new KeyValuePair<string, object?>("pbx", pbx));

    public void CallRecordMalformed(string pbx) => _malformedRecords.Add(1, new KeyValuePair<string, object?>("pbx", pbx));

    public Activity? StartCommand(string pbx, string command) =>
        _activities.StartActivity(command, ActivityKind.Client)?.SetTag("virtualoffice.pbx", pbx);

    public void CommandEnded(string pbx, string command, TimeSpan elapsed, int status) => _commands.Record(
        elapsed.TotalSeconds,
        new KeyValuePair<string, object?>("pbx", pbx),
        new KeyValuePair<string, object?>("command", command),
        new KeyValuePair<string, object?>("status", status));

    public void Dispose()
    {
        _activities.Dispose();
        _meter.Dispose();
    }

    private void Count(string pbx, string outcome) =>
        _events.Add(1, new KeyValuePair<string, object?>("pbx", pbx), new KeyValuePair<string, object?>("outcome", outcome));
}
