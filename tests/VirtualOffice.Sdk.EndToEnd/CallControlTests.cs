using VirtualOffice.Sdk.EndToEnd.Audio;
using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.EndToEnd.Sip;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>What is done with a call that is talked: hold, pausing the recording, giving it to another operator.</summary>
public sealed class CallControlTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    /// <summary>Seconds that a busy machine may be off by, as in <see cref="RecordingTests"/>.</summary>
    private const double Off = 5;

    private const double Pause = 15;

    [Fact]
    public async Task Hold_CallerHearsMusicAndIsBack()
    {
        var office = await OpenAsync();
        var (caller, call, phone) = await office.TalkAsync();

        await office.Api.CommandAsync(call.Id, "hold", new { on = true });
        await caller.HearsSomethingElseAsync();
        await office.Api.CommandAsync(call.Id, "hold", new { on = false });
        await caller.HearsItselfAsync();

        Assert.False(caller.WasHungUpOn);
        Assert.Single(phone.Calls);
        await caller.HangUpAsync();
        Assert.Equal("Completed", (await office.Api.EndsAsync(call.Id)).Outcome);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task RecordingPaused_HasNothingOfThePause()
    {
        var office = await OpenAsync();
        var (caller, call, _) = await office.TalkAsync();

        await office.Api.CommandAsync(call.Id, "recording", new { paused = true });
        var mark = caller.Audio.Heard;
        await Eventually.HoldsAsync("the caller has talked on", () => caller.Audio.Heard - mark >= Pause * Tone.SampleRate);
        await office.Api.CommandAsync(call.Id, "recording", new { paused = false });
        await caller.HearsItselfAsync();
        await caller.HangUpAsync();
        await caller.EndsAsync();

        call = await office.Api.SeesAsync(call.Id, "has its recording stored", seen => seen.Recording?.State == "Stored");
        var audio = WavFile.Parse(await office.Api.AudioAsync(call.Recording!.Href!));
        var talked = caller.Talked().TotalSeconds - Pause;
        Assert.InRange(audio.SecondsOfSound(), talked - 1 - Off, talked + Off);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task GivenToAnotherOperator_CallerHearsMusicAndThenTheOther()
    {
        var office = await OpenAsync();
        var (caller, call, phone) = await office.TalkAsync();
        var talk = phone.Calls[^1];
        var boris = await office.PhoneAsync(2, Behaviour.Rings);
        await office.Api.SetStateAsync("boris", "Available");

        await office.Api.CommandAsync(call.Id, "offer", new { @operator = "boris" });
        await phone.IsOverAsync(talk);
        await boris.IsCalledAsync();
        await caller.HearsSomethingElseAsync();
        await boris.AnswerAsync();
        call = await office.Api.SeesAsync(call.Id, "is Boris's", seen => seen is { Stage: "Conversation", Operator: "boris" });
        await caller.HearsItselfAsync();

        await caller.HangUpAsync();
        call = await office.Api.EndsAsync(call.Id);
        Assert.Equal(["olga=Accepted", "boris=Accepted"], call.Offers.Select(offer => $"{offer.Operator}={offer.Result}"));
        await office.Pbx.IsEmptyAsync();
    }
}
