using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

public sealed class OfficeJsonTests
{
    private static readonly Gen<string> Text = Gen.Char[char.MinValue, char.MaxValue].Array[0, 20].Select(c => new string(c));

    private static readonly CallId Call = CallId.Parse("0195600000007000800000000000000a");

    public static TheoryData<string> Kinds => new(Discriminators().Select(d => (string)d.TypeDiscriminator!));

    [Fact]
    public void EveryEvent_Samples_CoverEveryKind() =>
        Assert.Equal(Discriminators().Select(d => d.DerivedType), Samples.EveryEvent(Call).Select(e => e.GetType()));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ReadEvent_WrittenEvent_IsTheSame(string kind)
    {
        var written = Event(kind);

        var read = OfficeJson.ReadEvent(OfficeJson.Write(written));

        Samples.AssertEqual(written, read);
        Assert.Equal(kind, OfficeJson.TypeOf(written));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ReadEvent_UnknownFieldsAndAnotherOrder_AreTolerated(string kind)
    {
        var written = Event(kind);
        var json = OfficeJson.Write(written);
        var fields = JsonDocument.Parse(json).RootElement.EnumerateObject().Reverse().Select(p => $"\"{p.Name}\":{p.Value.GetRawText()}");

        var read = OfficeJson.ReadEvent($"{{\"later\":{{\"x\":[1]}},{string.Join(',', fields)}}}");

        Samples.AssertEqual(written, read);
    }

    [Theory]
    [InlineData("""{"type":"callTeleported","at":"2026-03-04T05:06:07Z"}""")]
    [InlineData("""{"at":"2026-03-04T05:06:07Z"}""")]
    [InlineData("""{"type":"offerEnded","at":"2026-03-04T05:06:07Z","offer":"x","result":"Accepted"}""")]
    [InlineData("""{"type":"offerEnded","at":"2026-03-04T05:06:07Z","offer":"0195600000007000800000000000000a","result":"Vanished"}""")]
    [InlineData("null")]
    [InlineData("{")]
    public void ReadEvent_NotAKnownEvent_IsAJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => OfficeJson.ReadEvent(json));

    [Fact]
    public void ReadEvent_QueueLeftOfAnEarlierVersion_LedToAMessage() => Assert.Equal(
        new QueueLeft(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero), QueueExit.WaitLimit),
        OfficeJson.ReadEvent("""{"type":"queueLeft","exit":"WaitLimit","at":"2026-03-04T05:06:07+00:00"}"""));

    /// <summary>The stored format: what is in a database today must be read by every later version.</summary>
    [Fact]
    public void Write_EveryEvent_KeepsItsNames()
    {
        var lines = Samples.EveryEvent(Call).Select(OfficeJson.Write);

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Calls", "stored-format.jsonl")), string.Concat(lines.Select(l => l + '\n')));
    }

    [Fact]
    public void Write_AnyText_IsReadBack() => Gen.Select(Text, Text).Sample((name, value) =>
    {
        var message = Samples.Message(Call) with { Fields = [new MessageField(name, value)], Caller = new CallerId(name, null, value) };

        var read = OfficeJson.ReadMessage(OfficeJson.Write(message));

        // A surrogate without its other half is not text; it is stored as the replacement character.
        Assert.Equal(new MessageField(WellFormed(name), WellFormed(value)), Assert.Single(read.Fields));
        Assert.Equal(WellFormed(value), read.Caller.Name);
    });

    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString()));

    private static CallEvent Event(string kind) => Samples.EveryEvent(Call).Single(e => OfficeJson.TypeOf(e) == kind);

    private static IEnumerable<JsonDerivedTypeAttribute> Discriminators() =>
        typeof(CallEvent).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>();
}
