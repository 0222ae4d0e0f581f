using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Live;

/// <summary>What the called phone sees, as the INVITE it gets says it.</summary>
public sealed class CallerShownTests(AsteriskServer server) : LiveTest(server)
{
    [Theory]
    [InlineData("+79211234567", "Anna", "\"Anna\" <sip:+79211234567@")]
    [InlineData("+79211234567", null, "<sip:+79211234567@")]
    [InlineData("reception", "Front \"desk\" <1>", "\"Front \\\"desk\\\" <1>\" <sip:reception@")]
    public async Task Dial_Caller_IsShown(string number, string? name, string expected) =>
        Assert.StartsWith(expected, await FromAsync(CallerId.Clean(number, name), new DeviceTarget(Bench.Device)), StringComparison.Ordinal);

    [Fact]
    public async Task Dial_WithheldCaller_ShowsNobody() =>
        Assert.Contains("anonymous", await FromAsync(CallerId.Withheld, new DeviceTarget(Bench.Device)), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task Dial_TextThatIsNoNumber_StaysOutOfTheAddress()
    {
        var from = await FromAsync(CallerId.Clean("${EXTEN}@evil;x=1", "Eve"), new DeviceTarget(Bench.Device));
        Assert.DoesNotContain("evil", from, StringComparison.Ordinal);
        Assert.DoesNotContain("$", from, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dial_Number_IsDialledInInternationalForm()
    {
        await FromAsync(CallerId.Clean("+79211234567", null), new NumberTarget(PhoneNumber.Parse("+7 (812) 454-00-01")));
        Assert.StartsWith("INVITE sip:+78124540001@", _invited, StringComparison.Ordinal);
    }

    private string _invited = "";

    private async Task<string> FromAsync(CallerId caller, DialTarget target)
    {
        var seen = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        Bench.DevicePhone.OnCall = Bench.Carrier.OnCall = call =>
        {
            _invited = call.Invitation.StartLine;
            seen.TrySetResult(call.Invitation["From"]);
            call.Decide(486);
            return Task.CompletedTask;
        };
        await using var reader = new ProviderReader(Bench.Provider);
        await reader.SeesAsync<PbxConnected>();
        var leg = new LegId("main", Bench.NewId());
        await Bench.Provider.DialAsync(new DialRequest(leg, new LegTag(new CallId(Guid.CreateVersion7()), LegRole.Operator), target, caller, Bench.Deadline), Cancellation);
        await reader.EndAsync(leg);
        return await seen.Task.WaitAsync(Bench.Deadline, Cancellation);
    }
}
