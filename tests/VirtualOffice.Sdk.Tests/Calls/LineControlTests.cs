using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Calls;

/// <summary>Hold, mute, keys, what the call was about, and what of it is recorded.</summary>
public sealed class LineControlTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private SimulatedOffice _office = null!;

    [Fact]
    public void Hold_TheCallerHearsMusicAndIsBackAfterIt()
    {
        var caller = Talk();
        Run(calls => calls.SetHoldAsync(Id, isOnHold: true));
        _office.World.RunFor(Second);
        Assert.Equal((SoundKind.Music, true), (caller.Hears!.Kind, _office.Call().IsOnHold));

        Run(calls => calls.SetHoldAsync(Id, isOnHold: false));
        _office.World.RunFor(Second);
        Assert.Equal([Operator.Leg], caller.Hears!.Parties);
        Assert.True(caller.LongestSilence < Second, $"silent for {caller.LongestSilence}");
    }

    [Fact]
    public void Hold_HostIsKilled_TheCallerGoesOnWaiting()
    {
        var caller = Talk();
        Run(calls => calls.SetHoldAsync(Id, isOnHold: true));
        _office.KillHost();
        _office.StartHost();
        _office.World.RunFor(2 * Second);
        Assert.Equal(SoundKind.Music, caller.Hears!.Kind);
        Run(calls => calls.SetHoldAsync(Id, isOnHold: false));
        _office.World.RunFor(Second);
        Assert.Equal([Operator.Leg], caller.Hears!.Parties);
    }

    [Fact]
    public void Hold_ByTheOperatorsPhone_IsTheSame()
    {
        var caller = Talk();
        Operator.Hold(isHeld: true);
        _office.World.RunFor(Second);
        Assert.Equal((SoundKind.Music, true), (caller.Hears!.Kind, _office.Call().IsOnHold));
        Operator.Hold(isHeld: false);
        _office.World.RunFor(Second);
        Assert.Equal([Operator.Leg], caller.Hears!.Parties);
    }

    [Fact]
    public void Hold_OperatorIsLost_TheCallerWaitsForAnotherAndIsNotOnHold()
    {
        Talk();
        Run(calls => calls.SetHoldAsync(Id, isOnHold: true));
        Operator.HangUp(LegEndCause.Failed);
        _office.RunUntilStage(CallStage.Queue);
        Assert.False(_office.Call().IsOnHold);
    }

    [Fact]
    public void Hold_SameCommandTwice_HasOneEffect()
    {
        Talk();
        var command = CommandId.Parse("hold-1");
        Run(calls => calls.SetHoldAsync(Id, isOnHold: true, command));
        Run(calls => calls.SetHoldAsync(Id, isOnHold: false));
        Run(calls => calls.SetHoldAsync(Id, isOnHold: true, command));
        Assert.False(_office.Call().IsOnHold);
        Assert.Equal(CallCommandError.Conflict, Refused(calls => calls.SetMuteAsync(Id, isMuted: true, command)).Error);
    }

    [Fact]
    public void Mute_TheCallerDoesNotHearTheOperatorWhoHearsTheCaller()
    {
        var caller = Talk();
        Run(calls => calls.SetMuteAsync(Id, isMuted: true));
        _office.World.RunFor(Second);
        Assert.Equal((SoundKind.Silence, SoundKind.Parties), (caller.Hears!.Kind, Operator.Hears!.Kind));

        Run(calls => calls.SetMuteAsync(Id, isMuted: false));
        _office.World.RunFor(Second);
        Assert.Equal([Operator.Leg], caller.Hears!.Parties);
    }

    [Fact]
    public void Mute_ThenTransfer_TheEmployeeHearsTheOperator()
    {
        Talk(new ReachNumber(SimulatedOffice.AnnaAtWork) { Transfer = TransferKind.Warm });
        _office.Pbx.SetPhone(SimulatedOffice.AnnaAtWork, SimulatedPhone.Answers(Second));
        Run(calls => calls.SetMuteAsync(Id, isMuted: true));
        Run(calls => calls.TransferAsync(Id, SimulatedOffice.Anna));
        _office.World.RunUntil(() => _office.Call().OpenTransfer?.Consult is not null, TimeSpan.FromMinutes(1));
        _office.World.RunFor(Second);
        Assert.Equal([Operator.Leg], _office.Pbx.FindParty(_office.Call().OpenTransfer!.Attempts[0].Leg)!.Hears!.Parties);
    }

    [Fact]
    public void Digits_ToTheCaller_AreSentOnce()
    {
        var caller = Talk();
        var command = CommandId.Parse("keys-1");
        Run(calls => calls.SendDigitsAsync(Id, "12#", command));
        Run(calls => calls.SendDigitsAsync(Id, "12#", command));
        Assert.Equal("12#", caller.SentDigits);
    }

    [Fact]
    public void Digits_InAConsultation_GoToTheEmployee()
    {
        var caller = Talk(new ReachNumber(SimulatedOffice.AnnaAtWork) { Transfer = TransferKind.Warm });
        _office.Pbx.SetPhone(SimulatedOffice.AnnaAtWork, SimulatedPhone.Answers(Second));
        Run(calls => calls.TransferAsync(Id, SimulatedOffice.Anna));
        _office.World.RunUntil(() => _office.Call().OpenTransfer?.Consult is not null, TimeSpan.FromMinutes(1));
        Run(calls => calls.SendDigitsAsync(Id, "7"));
        Assert.Equal(("", "7"), (caller.SentDigits, _office.Pbx.FindParty(_office.Call().OpenTransfer!.Attempts[0].Leg)!.SentDigits));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12a")]
    [InlineData("123456789012345678901234567890123")]
    public void Digits_NotValid_AreRefusedWithoutBeingTold(string digits)
    {
        Talk();
        var refusal = Refused(calls => calls.SendDigitsAsync(Id, digits));
        Assert.Equal((CallCommandError.Invalid, "Keys are 1 to 32 of 0 to 9, *, #, and A to D."), (refusal.Error, refusal.Message));
    }

    [Fact]
    public void Disposition_WhileTalkingAndAfterTheEnd_TheLastCounts()
    {
        var caller = Talk();
        Run(calls => calls.SetDispositionAsync(Id, new CallDisposition("booking", "Egypt", SimulatedOffice.Olga)));
        var id = Id;
        caller.HangUp();
        _office.RunUntilClosed();
        _office.World.RunFor(Second);
        var command = CommandId.Parse("disposition-1");
        Run(calls => calls.SetDispositionAsync(id, new CallDisposition("complaint", null, SimulatedOffice.Olga), command));
        Run(calls => calls.SetDispositionAsync(id, new CallDisposition("complaint", null, SimulatedOffice.Olga), command));

        var call = _office.Call();
        Assert.Equal((new CallDisposition("complaint", null, SimulatedOffice.Olga), true), (call.Disposition, call.IsClosed));
        _office.KillHost();
        _office.StartHost();
        _office.World.RunFor(2 * Second);
        Assert.Equal(call.Version, _office.Call().Version);
    }

    [Fact]
    public void Disposition_NotValid_IsRefused()
    {
        Talk();
        Assert.Equal(CallCommandError.Invalid, Refused(calls => calls.SetDispositionAsync(Id, new CallDisposition("no spaces", null, null))).Error);
        Assert.Equal(CallCommandError.UnknownCall, Refused(calls => calls.SetDispositionAsync(new CallId(Guid.NewGuid()), new CallDisposition("x", null, null))).Error);
    }

    [Fact]
    public void Recording_Paused_HasNothingOfThePauseAndGoesOnByItself()
    {
        var caller = Talk(recording: new RecordingRules { ResumeAfter = 30 * Second });
        _office.World.RunFor(5 * Second);
        Run(calls => calls.SetRecordingPausedAsync(Id, isPaused: true));
        Assert.NotNull(_office.Call().CallRecording!.PausedAt);
        _office.World.RunFor(29 * Second);
        Assert.NotNull(_office.Call().CallRecording!.PausedAt);
        _office.World.RunFor(2 * Second);
        Assert.Null(_office.Call().CallRecording!.PausedAt);
        _office.World.RunFor(4 * Second);
        caller.HangUp();

        var recording = _office.RunUntilClosed().CallRecording!;
        Assert.Equal(RecordingState.Stored, recording.State);
        var whole = _office.Call().EndedAt!.Value - recording.StartedAt;
        Assert.InRange(recording.Stored!.Duration, whole - 32 * Second, whole - 29 * Second);
    }

    [Fact]
    public void Recording_PausedAndHostIsKilled_StaysPausedUntilItsTimeIsOver()
    {
        Talk(recording: new RecordingRules { ResumeAfter = 30 * Second });
        Run(calls => calls.SetRecordingPausedAsync(Id, isPaused: true));
        _office.KillHost();
        _office.StartHost();
        _office.World.RunFor(10 * Second);
        Assert.NotNull(_office.Call().CallRecording!.PausedAt);
        _office.World.RunFor(25 * Second);
        Assert.Null(_office.Call().CallRecording!.PausedAt);
    }

    [Fact]
    public void Recording_OfNone_NothingIsRecordedAndAPauseIsRefused()
    {
        var caller = Talk(recording: new RecordingRules { Mode = RecordingMode.None });
        Assert.Equal(CallCommandError.Invalid, Refused(calls => calls.SetRecordingPausedAsync(Id, isPaused: true)).Error);
        caller.HangUp();
        Assert.Empty(_office.RunUntilClosed().Recordings);
        Assert.Empty(_office.Pbx.Recordings);
    }

    [Fact]
    public void Recording_OfTheOperatorsPart_HasNothingOfTheTransfer()
    {
        var caller = Talk(SimulatedOffice.AnnaAtWork, new RecordingRules { Mode = RecordingMode.Operator });
        _office.Pbx.SetPhone(SimulatedOffice.AnnaAtWork, SimulatedPhone.Answers(10 * Second));
        _office.World.RunFor(4 * Second);
        Run(calls => calls.TransferAsync(Id, SimulatedOffice.Anna));
        _office.RunUntilStage(CallStage.Transferred);
        _office.World.RunFor(20 * Second);
        caller.HangUp();

        var recording = _office.RunUntilClosed().CallRecording!;
        Assert.Equal(RecordingState.Stored, recording.State);
        Assert.InRange(recording.Stored!.Duration, 8 * Second, 11 * Second);
    }

    [Fact]
    public void Recording_Announced_BeginsAfterTheCallerWasTold()
    {
        var caller = Talk(recording: new RecordingRules { Announcement = new RecordedPrompt("this-call-is-recorded") });
        var told = caller.Heard.Single(h => h.Sound is { Kind: SoundKind.Prompt, Prompt: "this-call-is-recorded" });
        Assert.True(_office.Call().CallRecording!.StartedAt >= told.To);
        Assert.Equal([Operator.Leg], caller.Hears!.Parties);
    }

    private CallId Id => _office.Call().Id;

    private SimulatedParty Operator => _office.Pbx.FindParty(_office.Call().OperatorLeg!.Value)!;

    private SimulatedParty Talk(ReachNumber? annas = null, RecordingRules? recording = null)
    {
        _office = new SimulatedOffice(configure: options => options.WrapUp = TimeSpan.Zero, definition: new OfficeDefinition(
            [
                new CompanyDefinition
                {
                    Id = SimulatedOffice.Fox,
                    Name = "Fox Travel",
                    Version = "v1",
                    Numbers = [PhoneNumber.Parse(SimulatedOffice.FoxNumber)],
                    Employees = [new Employee(SimulatedOffice.Anna, "Anna", "anna@fox.example", [annas ?? SimulatedOffice.AnnaAtWork])],
                    Recording = recording ?? RecordingRules.Default,
                },
            ],
            [new OperatorDefinition(SimulatedOffice.Olga, "Olga", SimulatedOffice.OlgasPhone, [SimulatedOffice.Fox])]));
        _office.StartHost();
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        var caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", behaviour: SimulatedCaller.Passive);
        _office.RunUntilStage(CallStage.Conversation);
        _office.World.RunFor(5 * Second);
        return caller;
    }

    private CallCommandException Refused(Func<ICalls, Task> command)
    {
        var done = _office.Host!.Start(() => command(_office.Office.Calls));
        _office.World.RunUntil(() => done.IsCompleted, 2 * Second);
        return Assert.IsType<CallCommandException>(done.Exception!.InnerException);
    }

    private void Run(Func<ICalls, Task> command)
    {
        var done = _office.Host!.Start(() => command(_office.Office.Calls));
        _office.World.RunUntil(() => done.IsCompleted, 2 * Second);
        Assert.True(done.IsCompletedSuccessfully, done.Exception?.ToString());
    }
}
