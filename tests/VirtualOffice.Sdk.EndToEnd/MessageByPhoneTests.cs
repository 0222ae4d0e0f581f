using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>Messages told by telephone, on the real PBX.</summary>
public sealed class MessageByPhoneTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    // The last digit says how the carrier's phone behaves: 2 is busy, 1 answers.
    private const string Rule = """
        dispatch:
          - steps:
              - { to: ["+78124540102", "+78124540101"], by: voice }
        """;

    [Fact]
    public async Task OnePressed_AfterABusyPhone_MessageIsAcceptedAndNobodyIsRungUpAgain()
    {
        var office = await OpenAsync(new OfficeSettings { Company = Rule });
        var carrier = await office.CarrierAsync();
        var (caller, call, _) = await office.TalkAsync();
        await office.Api.TakeMessageAsync(call.Id, "anna", new Dictionary<string, string> { ["text"] = "the boiler leaks" });
        await caller.HangUpAsync();
        await office.Api.EndsAsync(call.Id);

        await carrier.IsCalledAsync(2);
        await carrier.TalksAsync(carrier.Calls[1]);
        await carrier.PressAsync(1);

        var seen = await office.Api.SeesAsync(call.Id, "has its message accepted", c => c.Messages[0].Delivery is [{ State: "Passed", LastError: "busy" }, { State: "Delivered" }]);
        Assert.Equal(1, seen.Messages[0].Delivery[1].Attempts);
        await carrier.IsOverAsync(carrier.Calls[1]);
        Assert.Equal(2, carrier.Calls.Count);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task VoiceMessage_IsPlayedAndAccepted()
    {
        var folder = Directory.CreateTempSubdirectory("vo-audio-").FullName;
        try
        {
            var office = await OpenAsync(new OfficeSettings { Company = Rule }.With("--Office:WaitLimit", "00:00:02", "--Asterisk:AudioFolder", folder));
            var carrier = await office.CarrierAsync();
            var caller = office.Call();
            await caller.IsAnsweredAsync();
            var call = await office.Api.ReceivesAsync(caller.Number);
            caller.Audio.FallSilent();
            await VoiceMessageTests.LeavesMessageAsync(office, caller, call.Id, Server.Recordings);
            await office.Api.EndsAsync(call.Id);

            await carrier.IsCalledAsync(2);
            await carrier.TalksAsync(carrier.Calls[1]);
            await Eventually.GetAsync("the voice message is where Asterisk plays it from", () => Task.FromResult(Directory.GetFiles(folder, "vo-*.wav")), files => files.Length == 1, TimeSpan.FromSeconds(30));
            await carrier.PressAsync(1);

            await office.Api.SeesAsync(call.Id, "has its message accepted", c => c.Messages[0].Delivery is [{ State: "Passed" }, { State: "Delivered" }]);
            await office.Pbx.IsEmptyAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
