using System.Text;
using BenchmarkDotNet.Attributes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using VirtualOffice.Sdk.Asterisk;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Benchmarks.Asterisk;

/// <summary>
/// From the bytes of an event to what the office is told: the adapter against the usual way of ARI libraries, which parse into a tree to find the type
/// and then deserialise once more into an object model, wanted or not.
/// </summary>
[MemoryDiagnoser]
public class AriEventBenchmarks
{
    private static readonly byte[] Wanted = Encoding.UTF8.GetBytes(
        """
        {"type":"StasisStart","timestamp":"2026-11-22T23:50:58.497+0000","args":["+78124540001"],"channel":{"id":"voffice-1795391458.33","name":"PJSIP/carrier-0000001d","state":"Ring","protocol_id":"abcx","caller":{"name":"Anna","number":"+79215550101"},"connected":{"name":"","number":""},"accountcode":"","dialplan":{"context":"voffice-call","exten":"call","priority":2,"app_name":"Stasis","app_data":"voffice,+78124540001"},"creationtime":"2026-11-22T23:50:58.496+0000","language":"en"},"asterisk_id":"02:fc:00:00:00:01","application":"voffice"}
        """);

    private static readonly byte[] Unwanted = Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(Wanted).Replace("\"StasisStart\"", "\"ChannelVarset\"", StringComparison.Ordinal));

    private readonly AriEventReader _reader = new();

    [Benchmark(Baseline = true)]
    public LegOffered? TreeAndModel() => Model(Wanted);

    [Benchmark]
    public LegOffered? Adapter() => Read(Wanted);

    [Benchmark]
    public bool AdapterReadsOnly() => _reader.Read(Wanted, out _) == AriEventOutcome.Read;

    [Benchmark]
    public LegOffered? TreeAndModelIgnored() => Model(Unwanted);

    [Benchmark]
    public LegOffered? AdapterIgnored() => Read(Unwanted);

    private static LegOffered? Model(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var type = JToken.Parse(text)["type"]!.Value<string>();
        var model = JsonConvert.DeserializeObject<AriEventModel>(text)!;
        return type == "StasisStart"
            ? new LegOffered(new LegId("main", model.Channel!.Id!), model.Args![0], CallerId.Clean(model.Channel.Caller!.Number, model.Channel.Caller.Name))
            : null;
    }

    private LegOffered? Read(byte[] bytes) => _reader.Read(bytes, out var read) == AriEventOutcome.Read
        ? new LegOffered(new LegId("main", read.Channel.ToString()), read.Argument0.ToString(), CallerId.Clean(read.CallerNumber.ToString(), read.CallerName.ToString()))
        : null;
}
