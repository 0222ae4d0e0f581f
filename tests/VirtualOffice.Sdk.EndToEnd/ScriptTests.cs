using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.EndToEnd.Sip;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>Callers served by a company's script, who press keys (RFC 4733) on the real PBX.</summary>
public sealed class ScriptTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    private const string Script = """
        scripts:
          - name: menu
            steps:
              - { name: menu, do: menu, prompt: screen-callee-options, keys: { "1": hours, "2": anna, "3": order }, wait: 60s, tries: 1, timeout: hours, invalid: hours }
              - { name: hours, do: play, prompt: vm-goodbye, next: bye }
              - { name: anna, do: transfer, to: anna, failed: hours }
              - { name: order, do: collect, field: order, prompt: vm-enter-num-to-call, min: 3, max: 6, tries: 1, invalid: hours }
              - { name: take, do: message }
              - { name: bye, do: hangup }
        """;

    [Fact]
    public async Task Menu_Key2_CallerIsConnectedWithTheEmployee()
    {
        var office = await OpenAsync(new OfficeSettings { Company = Script });
        await office.CarrierAsync();
        var (caller, call) = await PressesAsync(office, '2');

        call = await office.Api.IsInAsync(call.Id, "Transferred");
        await caller.HearsItselfAsync();
        Assert.Empty(call.Offers);
        await caller.HangUpAsync();
        Assert.Equal("Transferred", (await office.Api.EndsAsync(call.Id)).Outcome);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task Menu_Key1_CallerHearsTheInformation_AndTheCallEnds()
    {
        var office = await OpenAsync(new OfficeSettings { Company = Script });
        var (caller, call) = await PressesAsync(office, '1');

        call = await office.Api.EndsAsync(call.Id);
        Assert.Equal(("InformationGiven", "Script"), (call.Outcome, call.OutcomeStage));
        Assert.True(caller.WasHungUpOn);
        Assert.Empty(await office.Api.CallbacksAsync());
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task Menu_Key3_DigitsAreInTheVoiceMessage()
    {
        var office = await OpenAsync(new OfficeSettings { Company = Script });
        var (caller, call) = await PressesAsync(office, '3');
        await caller.HasHeardSomethingElseAsync(caller.Audio.Heard);
        foreach (var key in "4711#")
        {
            await caller.Audio.PressAsync(key);

            // A person's pace: the PBX drops a key that follows the one before within 45 ms.
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        await VoiceMessageTests.LeavesMessageAsync(office, caller, call.Id, Server.Recordings);

        call = await office.Api.EndsAsync(call.Id);
        Assert.Equal("MessageTaken", call.Outcome);
        var mail = await office.Mail.ArrivesAsync(Office.Mailbox);
        Assert.Contains("4711", $"{mail.TextBody}", StringComparison.Ordinal);
        await office.Pbx.IsEmptyAsync();
    }

    /// <summary>A caller who hears the menu and presses a key.</summary>
    private static async Task<(SippCaller Caller, Api.Call Call)> PressesAsync(Office office, char key)
    {
        var caller = office.Call();
        await caller.IsAnsweredAsync();
        caller.Audio.FallSilent();
        var call = await office.Api.ReceivesAsync(caller.Number);
        await office.Api.IsInAsync(call.Id, "Script");
        await caller.HasHeardSomethingElseAsync();
        await caller.Audio.PressAsync(key);
        caller.Audio.SpeakUp();
        if (key != '2')
        {
            caller.Audio.FallSilent();
        }

        return (caller, call);
    }
}
